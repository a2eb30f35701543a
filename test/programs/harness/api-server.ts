import { createServer } from 'https';
import { join } from 'path';
import { Certificate, certificate } from './certificate';
import { directory } from './directory';
import { bodyOf, listen } from './listen';

/** What the API server knows of one who comes with a token. */
export interface Client {
  readonly user: string;
  /** Whether that user may do what is asked. */
  may(access: Access): boolean;
}

/** What a SubjectAccessReview asks, as Kubernetes writes it. */
export interface Access {
  readonly user: string;
  readonly groups?: readonly string[];
  readonly nonResourceAttributes?: { readonly path: string; readonly verb: string };
  readonly resourceAttributes?: { readonly [name: string]: string };
}

/** A made-up API server that reviews tokens and access, and knows some pods. */
export interface ApiServer {
  readonly url: string;
  /** The path of a kubeconfig for it. */
  readonly kubeconfig: string;
  /** Who vouches for it. */
  readonly authority: Certificate;
  /** What was asked, the first first. */
  readonly asked: readonly Access[];
  /** The address of each request that only reads. */
  readonly read: readonly string[];
}

/** Starts an API server that knows these tokens, and these pods, which never change. */
export async function apiServer(clients: { readonly [token: string]: Client }, pods: readonly object[] = []): Promise<ApiServer> {
  const authority = certificate();
  const { cert, key, path } = authority;
  const asked: Access[] = [];
  const read: string[] = [];
  const review = (kind: string, spec: any): object | undefined => {
    if (kind === 'TokenReview') {
      const client = clients[spec.token];
      return client ? { authenticated: true, user: { username: client.user } } : { authenticated: false, error: 'no such token' };
    }
    if (kind === 'SubjectAccessReview') {
      asked.push(spec);
      const client = Object.values(clients).find(({ user }) => user === spec.user);
      return { allowed: client?.may(spec) ?? false };
    }
    return undefined;
  };
  const server = createServer({ cert, key }, async (request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'https://made-up');
    if (request.method === 'GET' && pathname === '/api/v1/pods') {
      read.push(request.url!);
      // Who asks for the first answers as a stream lists instead, as before there were any.
      const status = searchParams.has('sendInitialEvents') ? 422 : 200;
      response.writeHead(status, { 'content-type': 'application/json' });
      if (status === 422) {
        response.end(JSON.stringify({ kind: 'Status', apiVersion: 'v1', status: 'Failure', code: 422, reason: 'Invalid' }));
      } else if (searchParams.has('watch')) {
        response.flushHeaders();
      } else {
        response.end(JSON.stringify({ kind: 'PodList', apiVersion: 'v1', metadata: { resourceVersion: '1' }, items: pods }));
      }
      return;
    }
    const object = request.method === 'POST' ? await bodyOf(request) : {};
    const status = review(object.kind, object.spec);
    response.writeHead(status ? 201 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(status ? { ...object, status } : { kind: 'Status', apiVersion: 'v1', status: 'Failure', code: 404, reason: 'NotFound' }));
  });
  const url = `https://127.0.0.1:${await listen(server)}`;
  const kubeconfig = join(directory({
    kubeconfig: JSON.stringify({
      'apiVersion': 'v1',
      'kind': 'Config',
      'current-context': 'made-up',
      'clusters': [{ name: 'made-up', cluster: { 'server': url, 'certificate-authority': join(path, 'tls.crt') } }],
      'users': [{ name: 'made-up', user: { token: 'the-proxy' } }],
      'contexts': [{ name: 'made-up', context: { cluster: 'made-up', user: 'made-up' } }],
    }),
  }), 'kubeconfig');
  return { url, kubeconfig, authority, asked, read };
}
