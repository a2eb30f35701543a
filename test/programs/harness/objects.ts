import type { IncomingMessage, ServerResponse } from 'http';
import { isDeepStrictEqual } from 'util';
import { listenIn } from './listen-in';
import type { Network } from './network';

interface Kept { readonly version: number; readonly type: 'ADDED' | 'MODIFIED' | 'DELETED'; readonly object: any }

const KINDS: { readonly [path: string]: readonly [apiVersion: string, kind: string] } = {
  '/api/v1/nodes': ['v1', 'Node'],
  '/api/v1/services': ['v1', 'Service'],
  '/apis/discovery.k8s.io/v1/endpointslices': ['discovery.k8s.io/v1', 'EndpointSlice'],
  '/apis/networking.k8s.io/v1/servicecidrs': ['networking.k8s.io/v1', 'ServiceCIDR'],
};

/** What a made-up API server has: objects that are listed and watched. It takes every selector for one that selects all but by name. */
export class Objects {
  private version = 1;
  private readonly kept = new Map<string, Kept[]>(Object.keys(KINDS).map(path => [path, []]));
  private readonly watchers = new Set<(path: string, event: Kept) => void>();

  /** Where one finds them in a network. */
  public serve(network: Network): Promise<string> {
    return listenIn(network, (request, response) => this.answer(request, response));
  }

  /** Objects of a kind, by its path. */
  public list(path: string): any[] {
    const now = new Map<string, any>();
    for (const { type, object } of this.kept.get(path)!) {
      if (type === 'DELETED') { now.delete(idOf(object)); } else { now.set(idOf(object), object); }
    }
    return [...now.values()];
  }

  /** Makes these the objects of a kind; who watches hears of what is other. */
  public set(path: string, objects: readonly any[]): void {
    const before = new Map(this.list(path).map(object => [idOf(object), object]));
    const [apiVersion, kind] = KINDS[path];
    for (const { metadata, ...rest } of objects) {
      const object = { ...rest, apiVersion, kind, metadata };
      const known = before.get(idOf(object));
      before.delete(idOf(object));
      if (!isDeepStrictEqual(known, { ...object, metadata: { ...object.metadata, resourceVersion: known?.metadata.resourceVersion } })) {
        this.tell(path, known === undefined ? 'ADDED' : 'MODIFIED', object);
      }
    }
    before.forEach(object => this.tell(path, 'DELETED', object));
  }

  private tell(path: string, type: Kept['type'], object: any): void {
    this.version += 1;
    const metadata = { ...object.metadata, resourceVersion: String(this.version) };
    const event = { version: this.version, type, object: { ...object, metadata } };
    this.kept.get(path)!.push(event);
    this.watchers.forEach(watcher => watcher(path, event));
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname, searchParams } = new URL(request.url!, 'http://made-up');
    const name = /^metadata\.name=(.+)$/.exec(searchParams.get('fieldSelector') ?? '')?.[1];
    const isAsked = (object: any) => name === undefined || object.metadata.name === name;
    const known = KINDS[pathname];
    // Who asks for the first answers as a stream lists instead, as before there were any.
    const code = known === undefined ? 404 : searchParams.has('sendInitialEvents') ? 422 : 200;
    response.writeHead(code, { 'content-type': 'application/json' });
    if (code !== 200) {
      response.end(JSON.stringify({ kind: 'Status', apiVersion: 'v1', status: 'Failure', code, reason: code === 404 ? 'NotFound' : 'Invalid' }));
    } else if (searchParams.has('watch')) {
      const since = Number(searchParams.get('resourceVersion') ?? 0);
      const write = (path: string, { version, type, object }: Kept) => {
        if (path === pathname && version > since && isAsked(object)) { response.write(`${JSON.stringify({ type, object })}\n`); }
      };
      response.flushHeaders();
      this.kept.get(pathname)!.forEach(event => write(pathname, event));
      this.watchers.add(write);
      response.on('close', () => this.watchers.delete(write));
    } else {
      const [apiVersion, kind] = known;
      const metadata = { resourceVersion: String(this.version) };
      response.end(JSON.stringify({ kind: `${kind}List`, apiVersion, metadata, items: this.list(pathname).filter(isAsked) }));
    }
  }
}

const idOf = ({ metadata }: any) => `${metadata.namespace ?? ''}/${metadata.name}`;
