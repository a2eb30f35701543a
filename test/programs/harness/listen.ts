import type { IncomingMessage, Server } from 'http';
import type { AddressInfo } from 'net';
import { gunzipSync } from 'zlib';
import { atEnd } from './cleanup';

/** Has a server listen on a free port of loopback as long as the tests of the file run; the port. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((done, fail) => server.on('error', fail).listen(0, '127.0.0.1', done));
  atEnd(() => new Promise(done => {
    server.close(done);
    server.closeAllConnections();
  }));
  return (server.address() as AddressInfo).port;
}

/** The JSON that a request brings. */
export async function bodyOf(request: IncomingMessage): Promise<any> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  const body = Buffer.concat(chunks);
  return JSON.parse((request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString('utf8'));
}
