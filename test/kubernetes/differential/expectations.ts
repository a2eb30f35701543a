import type { Verdict } from './judge';
import { referencesIn } from '../../../src/kubernetes/expansion';
import { podTemplatePathOf } from '../../../src/kubernetes/pod-template';
import type { Container } from '../../../src/kubernetes/wire/container';
import type { EnvVar } from '../../../src/kubernetes/wire/env';
import type { PodSpec } from '../../../src/kubernetes/wire/pod-spec';
import type { Recipe } from '../../props/recipe';

/** That the judge's cluster allocates IPv4 addresses is no statement about the object. */
export function expectsOtherFamily({ errors }: Verdict): boolean {
  return errors?.some(({ detail }) => /^expected an IPv[46] value/.test(detail)) === true;
}

/** What is wrong with a DaemonSet whose new pod waits for a port of the old one; undefined where nothing is. */
export function waitsForItself({ kind, spec }: any): string | undefined {
  const surge = kind === 'DaemonSet' ? spec.updateStrategy?.rollingUpdate?.maxSurge ?? 0 : 0;
  if (surge === 0 || surge === '0%') { return undefined; }
  const { hostNetwork = false, containers, initContainers = [] }: PodSpec = spec.template.spec;
  const ports = [...containers!, ...initContainers].flatMap((container) => container.ports ?? []);
  return ports.some(({ hostPort }) => hostNetwork || (hostPort ?? 0) > 0) ? 'an update that waits for itself' : undefined;
}

/** What is wrong with the variables of a client; undefined where nothing is. */
export function wrongClient(manifest: any, { clients = [] }: Recipe): string | undefined {
  const client = clients.find(({ manifest: { kind, metadata } }) => kind === manifest.kind && metadata.name === manifest.metadata.name);
  if (client === undefined) { return undefined; }
  const before = new Map(containersOf(client.manifest).map(({ name, env = [] }) => [name, env]));
  return containersOf(manifest).map(({ name, env = [] }) => misplaced(env, before.get(name) ?? [])).find((problem) => problem !== undefined);
}

function containersOf(manifest: any): Container[] {
  const { containers = [], initContainers = [] }: PodSpec = [...podTemplatePathOf(manifest)!, 'spec'].reduce((value, key) => value[key], manifest);
  return [...containers, ...initContainers];
}

/** The kubelet replaces `$(HOST_IP)` only by what stands before; what the client said of itself stays its own matter. */
function misplaced(env: readonly EnvVar[], before: readonly EnvVar[]): string | undefined {
  const isNew = (name: string) => !before.some((variable) => variable.name === name);
  const names = env.map(({ name }) => name);
  if (new Set(names).size < names.length) { return 'a variable that is there twice'; }
  const late = env.find(({ name, value = '' }, position) => referencesIn(value).includes('HOST_IP')
    && !names.slice(0, position).includes('HOST_IP') && (isNew(name) || (names.includes('HOST_IP') && isNew('HOST_IP'))));
  return late === undefined ? undefined : 'an address behind its use';
}
