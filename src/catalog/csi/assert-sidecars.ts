import { CsiPlugin, CsiProgram } from './csi-plugin';
import { flagsOf } from '../../analysis/flags';
import { DaemonContainer } from '../../host/daemon-container';
import { invalid } from '../../host/invalid';

/** Refuses arguments that replace ours without what the containers beside a driver cannot be without. */
export function assertSidecars({ options, written: { livenessProbe, readinessProbe } }: CsiProgram, plugin: CsiPlugin): void {
  const { hardened, registrar, registrarPort, livenessPort } = plugin;
  const beside = options.registrar?.container;
  const isAsked = livenessProbe === undefined || (hardened && readinessProbe === undefined);
  if (registrar !== undefined) {
    assertArgs(beside?.name ?? 'node-driver-registrar', beside, ['csi-address', 'kubelet-registration-path'], beside?.livenessProbe === undefined ? registrarPort : undefined);
  }
  const prober = options.livenessProbe?.container;
  assertArgs(prober?.name ?? 'liveness-probe', prober, ['csi-address'], isAsked ? livenessPort : undefined, '9808');
}

/** With a command of the user's it is another program, or a shell around this one. */
function assertArgs(name: string, written: DaemonContainer | undefined, needed: readonly string[], port: number | undefined, usual?: string): void {
  if (written?.args === undefined || written.command !== undefined) {
    return;
  }
  const flags = flagsOf(written.args.map(text => ({ text: String(text), field: 'args' })));
  const valueOf = (flag: string) => flags.filter(other => other.name === flag).pop()?.value;
  const repair = 'write extraArgs, which come behind ours, instead of args of the container';
  const missing = needed.find(flag => valueOf(flag) === undefined);
  if (missing !== undefined) {
    throw invalid(`args of container '${name}'`, `all that it needs, with --${missing}`, written.args, repair);
  }
  const listens = valueOf('http-endpoint')?.replace(/^.*:/, '') ?? valueOf('health-port') ?? usual;
  if (port !== undefined && listens !== String(port) && listens?.includes('$(') !== true) {
    throw invalid(`args of container '${name}'`, `all that it needs, with --http-endpoint=:${port}, where the kubelet asks`, written.args, repair);
  }
}
