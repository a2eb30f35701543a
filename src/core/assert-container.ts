import { assertMounts, mountsOf } from './mounts';
import { ContainerResources } from '../host/container-resources';
import { DaemonContainer } from '../host/daemon-container';
import { EnvValue } from '../host/env-value';
import { isQuantity } from '../host/formats';
import { invalid } from '../host/invalid';
import { VolumeMount } from '../host/volume-mount';
import { envName } from '../kubernetes/formats';

/** Refuses a container whose parts cannot be right together. */
export function assertContainer(container: DaemonContainer): void {
  assertValues('hostPaths', container.hostPaths, '_mount', "HostPath.readOnly('/var/log')");
  assertValues('ports', container.ports, '_toWire', 'ContainerPort.tcp(8080)');
  assertValues('envFrom', container.envFrom, '_toWire', "EnvFrom.configMap('settings')");
  (container.volumes ?? []).forEach(assertVolume);
  assertMounts(mountsOf(container, true));
  assertEnv(container.env ?? {}, (container.envFrom ?? []).length > 0);
  assertPorts(container);
  assertResources(container.resources);
}

/** Refuses the fields of Kubernetes, or a plain number or text, where a value of this library stands for them. */
function assertValues(prop: string, values: unknown, method: string, example: string): void {
  const list = values ?? [];
  if (!Array.isArray(list) || !list.every(value => has(value, method))) {
    throw invalid(prop, `a list of values such as ${example}`, values);
  }
}

function assertVolume(mount: VolumeMount | undefined): void {
  if (typeof mount?.mountPath !== 'string') {
    throw invalid('a mount of volumes', "such as { mountPath: '/data', source: VolumeSource.emptyDir() }", mount);
  }
  if (mount.source !== undefined && mount.source !== null && !has(mount.source, '_toWire')) {
    throw invalid(`source of the volume at '${mount.mountPath}'`, 'a value such as VolumeSource.emptyDir()', mount.source);
  }
}

/** Not instanceof, which fails where the library is loaded twice. */
function has(value: unknown, method: string): boolean {
  return typeof (value as { [member: string]: unknown } | null | undefined)?.[method] === 'function';
}

// https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables
const OF_A_SERVICE = /_(SERVICE_HOST|SERVICE_PORT(_.+)?|PORT(_.+)?)$/;

/** A variable sees only those before it: `$(NAME)` of a later one stays as it is, without a word. */
function assertEnv(env: { [name: string]: EnvValue }, hasEnvFrom: boolean): void {
  const names = Object.keys(env);
  names.forEach((name, position) => {
    const problems = envName(name);
    if (problems.length > 0) {
      throw invalid('name of an environment variable', "printable ASCII without '='", name);
    }
    if (!has(env[name], '_toWire')) {
      throw invalid(`value of environment variable '${name}'`, "a value such as EnvValue.text('…')", env[name]);
    }
    // What envFrom may define, or Kubernetes for a Service, stands before all of these.
    if (!hasEnvFrom && !OF_A_SERVICE.test(name) && env[name]._references?.includes(name)) {
      throw new Error(`environment variable '${name}' uses $(${name}), which is itself and stays unexpanded: write the whole value, or get it from envFrom`);
    }
    const later = env[name]._references?.find(other => names.indexOf(other) > position);
    if (later !== undefined) {
      throw new Error(`environment variable '${name}' uses $(${later}), which is defined after it and stays unexpanded: put '${later}' before '${name}'`);
    }
  });
}

function assertPorts({ ports }: DaemonContainer): void {
  const named = (ports ?? []).map(({ name }) => name).filter(name => name !== undefined);
  const twice = named.find((name, position) => named.indexOf(name) !== position);
  if (twice !== undefined) {
    throw invalid('port name', 'used once in a container', twice, 'give one of the two another name');
  }
}

/** Refuses amounts that are no quantities. */
export function assertResources(resources: ContainerResources | undefined): void {
  for (const kind of ['requests', 'limits'] as const) {
    for (const [resource, amount] of Object.entries(resources?.[kind] ?? {})) {
      if (!isQuantity(amount)) {
        throw invalid(`${kind} of ${resource}`, "a quantity such as '100m' or '200Mi'", amount);
      }
    }
  }
}
