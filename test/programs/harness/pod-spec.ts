import { existsSync, mkdirSync, statSync } from 'fs';
import { join } from 'path';
import { directory } from './directory';

/** What the kubelet fills in where a manifest says so. */
export interface Place {
  /** Where the files of the node are. */
  readonly host: { readonly path: string };
  /** Names and addresses of the node and the pod, by the field that says them. @default - those of loopback */
  readonly fields?: { readonly [fieldPath: string]: string };
  /** Texts of Secrets by name and key. */
  readonly secrets?: { readonly [name: string]: { readonly [key: string]: string } };
  /** Further environment, such as that which the kubelet gives for Services. */
  readonly env?: { readonly [name: string]: string };
  /** Further mounts, such as that of the service account. */
  readonly mounts?: { readonly [path: string]: string };
}

const FIELDS: { readonly [fieldPath: string]: string } = {
  'status.hostIP': '127.0.0.1',
  'status.podIP': '127.0.0.1',
  'spec.nodeName': 'made-up-node',
  'metadata.name': 'made-up-pod',
  'metadata.namespace': 'made-up',
};

/** The environment that a container is given. */
export function environment(container: any, { env = {}, fields, secrets = {} }: Place): { [name: string]: string } {
  const known: { [fieldPath: string]: string } = { ...FIELDS, ...fields };
  const given: { [name: string]: string } = { ...env };
  for (const { name, value, valueFrom } of container.env ?? []) {
    const { fieldRef, secretKeyRef } = valueFrom ?? {};
    given[name] = valueFrom === undefined ? expanded(value ?? '', given) : known[fieldRef?.fieldPath] ?? secrets[secretKeyRef?.name]?.[secretKeyRef?.key];
  }
  return given;
}

/** A text of a manifest with its variables: `$(NAME)` where there is one of that name, `$$` for a dollar. */
export function expanded(text: string, env: { readonly [name: string]: string }): string {
  return text.replace(/\$\$|\$\(([^)]*)\)/g, (whole, variable?: string) => whole === '$$' ? '$' : env[variable!] ?? whole);
}

/** What a container sees of volumes: by the path there what stands for it, with `:ro` after the path where it is only read. */
export function mountsOf(manifests: readonly any[], pod: any, container: any, place: Place): { [path: string]: string } {
  return Object.fromEntries((container.volumeMounts ?? []).map(({ name, mountPath, readOnly, subPath = '' }: any) =>
    [readOnly ? `${mountPath}:ro` : mountPath, join(source(manifests, pod, name, place), subPath)]));
}

/** The directory or file that stands for a volume. */
function source(manifests: readonly any[], pod: any, name: string, { host, secrets = {} }: Place): string {
  const { hostPath, configMap, secret } = pod.volumes.find((volume: any) => volume.name === name);
  if (hostPath !== undefined) {
    return ofNode(join(host.path, hostPath.path), hostPath);
  }
  if (configMap !== undefined) {
    return directory(chosen(manifests.find(object => object.kind === 'ConfigMap' && object.metadata.name === configMap.name).data, configMap.items));
  }
  return secret === undefined ? directory() : directory(chosen(secrets[secret.secretName], secret.items));
}

function ofNode(found: string, { path, type = '' }: { readonly path: string; readonly type?: string }): string {
  if (type === 'DirectoryOrCreate' || (type === '' && !existsSync(found))) {
    mkdirSync(found, { recursive: true });
  }
  if (type === 'Directory' && !statSync(found, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`hostPath type check failed: ${path} is not a directory`);
  }
  return found;
}

function chosen(texts: { readonly [key: string]: string }, items?: readonly { readonly key: string; readonly path: string }[]): { [path: string]: string } {
  return items === undefined ? { ...texts } : Object.fromEntries(items.map(({ key, path }) => [path, texts[key]]));
}
