import { Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import { FileSystemDaemon, SharedDirectory } from '../../src';
import { LINES, OURS, outcomeOf, podOfWired, REFUSED } from '../core/workloads';

const VOLUME = { name: 'host-run-share', hostPath: { path: '/run/share', type: 'Directory' } };
const MOUNT = { name: 'host-run-share', mountPath: '/share', readOnly: true, mountPropagation: 'HostToContainer' };

function mount(chart: Chart, workload: IConstruct): void {
  const files = new FileSystemDaemon(chart, 'files', { container: { image: 'example.com/share:1' }, directory: SharedDirectory.socket('/run/share', 'share.sock') });
  files.mountInto(workload, '/share');
  files.mountInto(workload, '/share');
}

describe.each(Object.entries(LINES))('%s', (_line, kinds) => {
  test.each(Object.entries(kinds))('%s sees the directory once', (_kind, make) => {
    const { volumes, containers } = podOfWired(make, mount);
    expect(volumes).toEqual([VOLUME]);
    expect(containers.map(({ volumeMounts }: any) => volumeMounts)).toEqual([[MOUNT]]);
  });
});

test.each(Object.entries(OURS))('%s sees the directory in each container', (_name, make) => {
  const { volumes, containers } = podOfWired(make, mount);
  expect(volumes.filter(({ name }: any) => name === VOLUME.name)).toEqual([VOLUME]);
  expect(containers.map(({ volumeMounts }: any) => volumeMounts.filter(({ mountPath }: any) => mountPath === '/share'))).toEqual(containers.map(() => [MOUNT]));
});

test.each(Object.entries(REFUSED))('%s is refused where the call is', (_what, make) => {
  expect(outcomeOf(make, mount)).toMatch(/^app\/files: .* must be .*, got /);
});
