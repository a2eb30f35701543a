import { join } from 'path';
import { Testing } from 'cdk8s';
import { analysis, FileSystemDaemon, NodePlatform, SharedDirectory } from '../../src';
import { chartOf } from '../core/testing';
import { refusedTable, Wire, wiringTable } from '../core/workloads';
import { table, withGeneratedParts } from '../generated-part';

export const PAGE = join(__dirname, '../../docs/file-system-daemon.md');

const DIRECTORIES: { readonly [call: string]: SharedDirectory } = {
  "owned('/var/lib/models')": SharedDirectory.owned('/var/lib/models'),
  "owned('/var/lib/models', { owner: 1000, mode: '0750' })": SharedDirectory.owned('/var/lib/models', { owner: 1000, mode: '0750' }),
  "owned('/var/lib/models', { mounts: true })": SharedDirectory.owned('/var/lib/models', { mounts: true }),
  "foreign('/var/log')": SharedDirectory.foreign('/var/log'),
  "foreign('/var/log', { readOnly: false })": SharedDirectory.foreign('/var/log', { readOnly: false }),
  "socket('/run/models', 'models.sock')": SharedDirectory.socket('/run/models', 'models.sock'),
};

const DECISIONS: { readonly [id: string]: string } = { ND401: 'it makes mounts', ND402: 'it writes there' };

/** docs/file-system-daemon.md with what the code says. */
export function fileSystemDaemonPage(): string {
  const wire: Wire = (chart, workload) => new FileSystemDaemon(chart, 'files', { container: { image: 'files:1' }, directory: DIRECTORIES["owned('/var/lib/models')"] })
    .mountInto(workload, '/models');
  return withGeneratedParts(PAGE, {
    directories: table(['`SharedDirectory.`', 'Volume', 'In the daemon', 'Before it starts', 'On OpenShift', 'Needs a reason'],
      Object.entries(DIRECTORIES).map(([call, directory]) => {
        const { volume, mount, init, reasons } = outcome(directory, NodePlatform.standard());
        const onOpenShift = outcome(directory, NodePlatform.openshift());
        return [`\`${call}\``, `\`${volume.path}\`, \`${volume.type}\``, access(mount), commands(init), security(onOpenShift), reasons.map(id => `\`${id}\``).join(', ') || 'no'];
      })),
    wiring: wiringTable(wire),
    refused: refusedTable(wire),
  });
}

function outcome(directory: SharedDirectory, platform: NodePlatform) {
  const chart = chartOf('agents');
  new FileSystemDaemon(chart, 'files', {
    name: 'files', platform, directory, container: { image: 'files:1' }, acknowledge: Object.entries(DECISIONS).map(([id, reason]) => ({ id, reason })),
  });
  const manifests: any[] = Testing.synth(chart);
  const { metadata, spec: { template: { spec } } } = manifests.find(({ kind }) => kind === 'DaemonSet');
  delete metadata.annotations;
  const reasons = analysis.Analysis.of(manifests).findings.map(({ id }) => id).filter(id => id in DECISIONS);
  const [mount] = spec.containers[0].volumeMounts;
  return { volume: spec.volumes.find(({ name }: any) => name === mount.name).hostPath, mount, init: spec.initContainers ?? [], spec, reasons };
}

function access({ readOnly, mountPropagation }: any): string {
  return [readOnly === true ? 'read-only' : 'writable', ...mountPropagation === undefined ? [] : [`\`${mountPropagation}\``]].join(', ');
}

function commands(init: any[]): string {
  return init.map(({ command, args = [] }) => `\`${[...command, ...args].join(' ')}\``).join('<br>') || 'nothing';
}

function security({ init, spec }: { init: any[]; spec: any }): string {
  const { type, level } = spec.securityContext?.seLinuxOptions ?? spec.containers[0].securityContext?.seLinuxOptions ?? {};
  return [type === undefined ? 'as it is' : `runs as \`${type}:${level}\``, ...init.some(({ command, args = [] }) => [...command, ...args].join(' ').includes('selinux')) ? ['and labels the directory'] : []].join(' ');
}
