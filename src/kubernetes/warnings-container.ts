import type { ResourceList } from './default-resources';
import type { FieldPath } from './field-path';
import { Quantity } from './quantity';
import { quote } from './quote';
import { eachContainer } from './validation/shared';
import type { ContainerPort } from './wire/container';
import type { EnvVar } from './wire/env';
import type { PodSpec } from './wire/pod-spec';

/** Warnings of amounts that are no whole bytes, and of variables that hide others. */
export function containerWarnings(spec: PodSpec, at: FieldPath): string[] {
  const warnings: string[] = [];
  eachContainer(spec, at, ({ resources, env }, path) => {
    for (const name of ['memory', 'ephemeral-storage']) {
      for (const kind of ['limits', 'requests'] as const) {
        warnings.push(...fractionWarning(resources?.[kind], name, path.child('resources').child(kind)));
      }
    }
    if (env) { warnings.push(...envWarnings(env, path.child('env'))); }
  });
  return warnings;
}

/** The warning of an amount of memory or storage with a fraction of a byte. */
export function fractionWarning(list: ResourceList | undefined, name: string, at: FieldPath): string[] {
  const amount = Quantity.parse(list?.[name]);
  return amount.isInteger() ? [] : [`${at.key(name)}: fractional byte value "${amount.toString()}" is invalid, must be an integer`];
}

function envWarnings(env: EnvVar[], at: FieldPath): string[] {
  const names = new Set<string>();
  return env.flatMap(({ name, value = '', valueFrom }, i) => {
    const reference = `$(${name})`;
    const hides = names.has(name) && (valueFrom !== undefined || value === reference || !value.includes(reference));
    names.add(name);
    return hides ? [`${at.index(i)}: hides previous definition of ${quote(name)}, which may be dropped when using apply`] : [];
  });
}

interface Declared { readonly at: FieldPath; readonly port: ContainerPort }

/** Warnings of ports that are declared twice, or that leave open which address of the node is meant. */
export function portWarnings(spec: PodSpec, at: FieldPath): string[] {
  const warnings: string[] = [];
  const byNumber = new Map<string, Declared[]>();
  const byName = new Map<string, FieldPath>();
  eachContainer(spec, at, ({ ports = [] }, container) => {
    for (const [i, port] of ports.entries()) {
      const path = container.child('ports').index(i);
      if (port.hostIP && !port.hostPort) { warnings.push(`${path}: hostIP set without hostPort: ${describe(port)}`); }
      const key = `${port.containerPort}/${port.protocol}`;
      const others = byNumber.get(key) ?? [];
      for (const other of others) {
        const kind = overlap(port, other.port);
        if (kind !== undefined) { warnings.push(`${path}: ${kind} port definition with ${other.at}`); }
      }
      byNumber.set(key, [...others, { at: path, port }]);
    }
  });
  eachContainer(spec, at, ({ ports = [] }, container) => {
    for (const [i, { name }] of ports.entries()) {
      if (!name) { continue; }
      const path = container.child('ports').index(i);
      const other = byName.get(name);
      if (other === undefined) {
        byName.set(name, path);
      } else {
        warnings.push(`${path}: duplicate port name ${quote(name)} with ${other}, services and probes that select ports by name will use ${other}`);
      }
    }
  });
  return warnings;
}

function overlap(a: ContainerPort, b: ContainerPort): string | undefined {
  const sameIp = (a.hostIP ?? '') === (b.hostIP ?? '');
  const samePort = (a.hostPort ?? 0) === (b.hostPort ?? 0);
  if (sameIp && samePort) { return 'duplicate'; }
  if (!a.hostPort || !b.hostPort) { return 'overlapping'; }
  return samePort && !a.hostIP !== !b.hostIP ? 'dangerously ambiguous' : undefined;
}

/** The port as Go prints the server's form of it. */
function describe({ name = '', hostPort = 0, containerPort, protocol = '', hostIP = '' }: ContainerPort): string {
  return `{Name:${name} HostPort:${hostPort} ContainerPort:${containerPort} Protocol:${protocol} HostIP:${hostIP}}`;
}
