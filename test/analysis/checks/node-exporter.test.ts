import { daemonSet, fails, mounting } from '../objects';

const OFFICIAL = 'quay.io/prometheus/node-exporter:v1.12.1';
const exporter = (args: string[], image = OFFICIAL, pod: object = {}) => daemonSet(pod, { image, args });

test.each<[string, string, boolean]>([
  ['--collector.filesystem.ignored-mount-points=x', OFFICIAL, true],
  ['--collector.filesystem.ignored-mount-points=x', 'prom/node-exporter', true],
  ['--collector.filesystem.ignored-mount-points=x', 'prom/node-exporter:v1.0.1', false],
  ['--collector.netclass.ignored-devices=x', OFFICIAL, false],
  ['-collector.procfs=/host/proc', 'prom/node-exporter:v0.14.0', false],
  ['--collector.procfs=/host/proc', 'example.com/agent:1.0', false],
])('%s of %s is renamed (ND602): %s', (arg, image, isFound) => {
  expect(fails('ND602', exporter([arg], image))).toBe(isFound);
});

test.each<[string[], boolean]>([
  [['--collector.filesystem.fs-types-include=a', '--collector.filesystem.fs-types-exclude=b'], true],
  [['--collector.filesystem.fs-types-include=a', '--collector.filesystem.fs-types-exclude='], false],
  [['--collector.filesystem.fs-types-include=a', '--collector.filesystem.mount-points-exclude=b'], false],
  [['--collector.netdev.device-include=a', '--collector.netdev.device-exclude=b', '--no-collector.netdev'], false],
  [['--collector.netdev.device-include=a', '--collector.netdev.device-exclude=b', '--collector.disable-defaults'], false],
  [['--collector.systemd', '--collector.systemd.unit-include=a', '--collector.systemd.unit-exclude=b'], false],
  [['--collector.arp.device-include=a', '--collector.arp.device-exclude=b'], false],
])('%j exclude each other (ND604): %s', (args, isFound) => {
  expect(fails('ND604', exporter(args))).toBe(isFound);
});

test.each<[string[], object, boolean]>([
  [[], {}, true],
  [[], { hostNetwork: true }, false],
  [['--collector.disable-defaults', '--collector.meminfo'], {}, false],
  [['--collector.disable-defaults', '--collector.netdev'], {}, true],
  [['sh', '-c', 'node_exporter --no-collector.netdev'], {}, false],
])('%j %j reports the network of the pod (ND606): %s', (args, pod, isFound) => {
  expect(fails('ND606', exporter(args, OFFICIAL, pod))).toBe(isFound);
});

describe('a directory of text files (ND607)', () => {
  const arg = '--collector.textfile.directory=/text';

  test.each<[string[], string, boolean]>([
    [['--collector.textfile.directory', '/text'], OFFICIAL, true],
    [['--collector.textfile.directory=/text/*.d'], OFFICIAL, true],
    [[arg], 'example.com/mirror/prometheus/node-exporter@sha256:' + '0'.repeat(64), true],
    [[arg, '--no-collector.textfile'], OFFICIAL, false],
    [[arg], 'example.com/with-files/node-exporter:1.0', false],
    [['--collector.textfile.directory='], OFFICIAL, false],
  ])('%j of %s is not mounted: %s', (args, image, isFound) => {
    expect(fails('ND607', exporter(args, image))).toBe(isFound);
  });

  test('a mount above it, and a pattern below it, are fine', () => {
    const [pod, container] = mounting(['/var/lib/node-exporter', '/text']);
    expect(fails('ND607', daemonSet(pod, { image: OFFICIAL, args: [`${arg}/*.d`], ...container }))).toBe(false);
  });
});
