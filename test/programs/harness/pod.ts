import { mkdirSync } from 'fs';
import { join } from 'path';
import { directory } from './directory';
import { program, ProgramName } from './program';
import { Running, start } from './run';
import type { HostRoot } from '../host/root';

/** Where a pod of a manifest runs, and what it finds there. */
export interface Place {
  readonly host: HostRoot;
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

/** Starts the program of a container, by its name here or its path, exactly as the manifests say: its arguments, environment, mounts and user. */
export function startContainer(manifests: readonly any[], name: string, binary: ProgramName | `/${string}`, place: Place): Running {
  const { spec: pod } = manifests.find(({ kind }) => kind === 'DaemonSet').spec.template;
  const container = pod.containers.find((one: any) => one.name === name);
  const env: Record<string, string> = { ...place.env, ...environment(container, place) };
  const args = (container.args ?? []).map((arg: string) => arg.replace(/\$\((\w+)\)/g, (whole, variable: string) => env[variable] ?? whole));
  const mounts = Object.fromEntries((container.volumeMounts ?? [])
    .map(({ name: volume, mountPath }: any) => [mountPath, source(manifests, pod, volume, place)]));
  const user = container.securityContext?.runAsUser ?? pod.securityContext?.runAsUser;
  return start(isPath(binary) ? binary : program(binary), args, { env, container: { mounts: { ...mounts, ...place.mounts }, user } });
}

function isPath(binary: string): binary is `/${string}` {
  return binary.startsWith('/');
}

function environment(container: any, { fields, secrets = {} }: Place): { [name: string]: string } {
  return Object.fromEntries((container.env ?? []).map(({ name, value, valueFrom }: any) => [name, value
    ?? ({ ...FIELDS, ...fields })[valueFrom.fieldRef?.fieldPath] ?? secrets[valueFrom.secretKeyRef?.name]?.[valueFrom.secretKeyRef?.key]]));
}

/** The directory or file that stands for a volume. */
function source(manifests: readonly any[], pod: any, name: string, { host, secrets = {} }: Place): string {
  const { hostPath, configMap, secret } = pod.volumes.find((volume: any) => volume.name === name);
  if (hostPath !== undefined) {
    if (hostPath.type === 'DirectoryOrCreate') {
      mkdirSync(join(host.path, hostPath.path), { recursive: true });
    }
    return join(host.path, hostPath.path);
  }
  if (configMap !== undefined) {
    return directory(chosen(manifests.find(object => object.kind === 'ConfigMap' && object.metadata.name === configMap.name).data, configMap.items));
  }
  return secret === undefined ? directory() : directory(chosen(secrets[secret.secretName], secret.items));
}

function chosen(texts: { readonly [key: string]: string }, items?: readonly { readonly key: string; readonly path: string }[]): { [path: string]: string } {
  return items === undefined ? { ...texts } : Object.fromEntries(items.map(({ key, path }) => [path, texts[key]]));
}
