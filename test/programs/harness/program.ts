import { spawnSync } from 'child_process';
import { join } from 'path';

/** The programs that tests can run: folders beside this one, each with a script that says how it is had. */
export type ProgramName =
  | 'alloy' | 'busybox' | 'collectd' | 'coredns' | 'csi' | 'endpointslices' | 'flannel' | 'gmond' | 'iptables' | 'killer'
  | 'kube-proxy' | 'kube-rbac-proxy' | 'libcni' | 'monitors' | 'nft' | 'node_exporter' | 'otelcol' | 'portmap' | 'tcp' | 'ucfg' | 'vrl';

const paths = new Map<ProgramName, string>();

/**
 * The path of a program, built or unpacked where that is not done yet, which takes minutes: call it at the top of a file, where no
 * test waits for it. Fails where the program cannot be had.
 */
export function program(name: ProgramName): string {
  const known = paths.get(name) ?? made(name);
  paths.set(name, known);
  return known;
}

function made(name: ProgramName): string {
  const { status, stdout } = spawnSync(join(__dirname, '../build'), [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (status !== 0) {
    throw new Error(`${name} cannot be had: test/programs/build ${name} says why`);
  }
  return stdout.trim();
}
