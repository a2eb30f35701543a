import { request as httpRequest, IncomingHttpHeaders } from 'http';
import { request as httpsRequest } from 'https';
import { createServer } from 'net';
import type { Running } from './run';

/** A request; certificates are not looked at. */
export interface RequestOptions {
  readonly headers?: { readonly [name: string]: string };
  readonly method?: string;
}

/** An answer of a server. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Asks a server on loopback. */
export function get(url: string, options: RequestOptions = {}): Promise<Answer> {
  const request = url.startsWith('https:') ? httpsRequest : httpRequest;
  return new Promise((done, fail) => {
    const asked = request(url, { ...options, agent: false, rejectUnauthorized: false, timeout: 10_000 } as object, answer => {
      let body = '';
      answer.setEncoding('utf8').on('data', data => { body += data; }).on('error', fail)
        .on('end', () => done({ status: answer.statusCode!, headers: answer.headers, body }));
    });
    asked.on('timeout', () => asked.destroy(new Error(`no answer from ${url}`))).on('error', fail).end();
  });
}

/** Asks until there is an answer, whatever it is, and fails with the program's output where it ends before. */
export async function waitFor(url: string, of: Running, options?: RequestOptions): Promise<Answer> {
  return until(of, `an answer from ${url}`, () => get(url, options).catch(() => undefined));
}

/** Tries until there is something, and fails with the program's output where it ends before, or half a minute is over. */
export async function until<T>(of: Running, what: string, attempt: () => T | undefined | Promise<T | undefined>): Promise<T> {
  let over: unknown;
  of.ended.then(({ code }) => { over = `ended with ${code}`; }, error => { over = error; });
  const deadline = Date.now() + 30_000;
  for (;;) {
    const found = await attempt();
    if (found !== undefined) {
      return found;
    }
    if (over || Date.now() > deadline) {
      throw new Error(`waited for ${what}, but the program ${over ?? 'has nothing yet'}:\n${of.output()}`);
    }
    await new Promise(later => setTimeout(later, 50));
  }
}

/** A port of loopback that nobody uses. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().on('error', fail).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => typeof address === 'object' && address ? done(address.port) : fail(new Error('no port')));
    });
  });
}
