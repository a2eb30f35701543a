import { chartOf, containerOf, daemonIn, manifestsOf } from './testing';
import { ContainerResources, DaemonDefaults, DaemonDefaultsOptions, DaemonProfile, ImageSource, LogAgent, LogCollector, NodeDaemonOptions, NodePlatform } from '../../src';

function withDefaults(defaults: DaemonDefaultsOptions, options: NodeDaemonOptions = {}, resources?: ContainerResources) {
  const chart = chartOf();
  DaemonDefaults.on(chart, defaults);
  daemonIn(chart, { resources }, options);
  return manifestsOf(chart, 'DaemonSet')[0];
}

test('labels and annotations of the scope are those of the daemon, and the labels those of its pods', () => {
  const { metadata, spec } = withDefaults({ labels: { team: 'nodes' }, annotations: { 'example.com/a': 'b' } });
  expect([metadata.labels.team, spec.template.metadata.labels.team, metadata.annotations]).toEqual(['nodes', 'nodes', { 'example.com/a': 'b' }]);
});

test('a prop wins over the scope', () => {
  const { spec } = withDefaults(
    { profile: DaemonProfile.BARE, imagePullSecrets: ['theirs'], resources: { requests: { cpu: '1' } } },
    { profile: DaemonProfile.HARDENED, imagePullSecrets: ['mine'] }, { requests: { cpu: '2' } },
  );
  expect(spec.template.spec).toMatchObject({
    imagePullSecrets: [{ name: 'mine' }], automountServiceAccountToken: false, containers: [{ resources: { requests: { cpu: '2' } } }],
  });
});

test('resources of the scope are those of a container that has none, also of a ready program', () => {
  const resources = { requests: { cpu: '7m' } };
  expect(withDefaults({ resources }).spec.template.spec.containers[0].resources).toEqual(resources);
  const chart = chartOf();
  DaemonDefaults.on(chart, { resources });
  new LogCollector(chart, 'logs', { agent: LogAgent.fluentd({ container: { image: 'fluentd:1' } }) });
  expect(manifestsOf(chart, 'DaemonSet')[0].spec.template.spec.containers[0].resources).toEqual(resources);
});

test('an inner scope wins over an outer one and adds to its labels', () => {
  const chart = chartOf();
  DaemonDefaults.on(chart.node.root, { labels: { a: '1', b: '1' }, platform: NodePlatform.eks() });
  DaemonDefaults.on(chart, { labels: { b: '2' }, platform: NodePlatform.gke() });
  const daemon = daemonIn(chart);
  expect(manifestsOf(chart, 'DaemonSet')[0].metadata.labels).toMatchObject({ a: '1', b: '2' });
  expect(daemon.platform.name).toBe('gke');
});

test('fails twice on one scope', () => {
  const chart = chartOf();
  DaemonDefaults.on(chart, {});
  expect(() => DaemonDefaults.on(chart, {})).toThrow(new Error('platform: DaemonDefaults are set already: set them once for a scope'));
});

test('fails where a daemon already stands', () => {
  const chart = chartOf();
  daemonIn(chart);
  expect(() => DaemonDefaults.on(chart.node.root, {}))
    .toThrow(new Error("the app: DaemonDefaults come too late for 'platform/agent': set them before the daemons are defined"));
});

describe('fails where it was typed with', () => {
  const LABEL_VALUE = "at most 63 of A-Z, a-z, 0-9, '-', '_' and '.', with a letter or digit at both ends";
  const NAMES = "names of at most 253 of a-z, 0-9, '-' and '.', with a letter or digit at both ends";

  test.each<[string, DaemonDefaultsOptions, string]>([
    ['a label', { labels: { team: 'a b' } }, `value of 'team' among the labels must be ${LABEL_VALUE}, got 'a b'`],
    ['an annotation', { annotations: { 'a/b/c': '' } }, "key among the annotations must be a label key such as 'example.com/name', got 'a/b/c'"],
    ['an annotation of the accounts', { serviceAccountAnnotations: { 'a/b/c': '' } },
      "key among the annotations of the ServiceAccount must be a label key such as 'example.com/name', got 'a/b/c'"],
    ['a quantity', { resources: { limits: { memory: '1 GB' } } }, "limits of memory must be a quantity such as '100m' or '200Mi', got '1 GB'"],
    ['a name of a Secret', { imagePullSecrets: ['registry', 'My_Secret'] }, `imagePullSecrets must be ${NAMES}, got 'My_Secret'`],
    ['no name of a Secret', { imagePullSecrets: [undefined!] }, `imagePullSecrets must be ${NAMES}, got undefined`],
    ['one name of a Secret', { imagePullSecrets: 'registry' as unknown as string[] },
      "imagePullSecrets must be a list of names, got 'registry': put it in brackets"],
  ])('%s', (_what, defaults, message) => {
    const chart = chartOf();
    expect(() => DaemonDefaults.on(chart, defaults)).toThrow(new Error(`platform: ${message}`));
    expect(() => DaemonDefaults.on(chart.node.root, defaults)).toThrow(new Error(`the app: ${message}`));
    expect(() => DaemonDefaults.on(chart, {})).not.toThrow();
  });
});

describe('images', () => {
  const imageWith = (images: ImageSource, image: string) => containerOf({ name: 'agent', image }, { images }).image;

  test.each([
    ['alpine', 'registry.example.com/library/alpine'],
    ['valkey/valkey:8.1', 'registry.example.com/valkey/valkey:8.1'],
    ['quay.io/prometheus/blackbox-exporter:v0.27.0', 'registry.example.com/prometheus/blackbox-exporter:v0.27.0'],
    ['localhost/agent:1', 'registry.example.com/agent:1'],
    ['registry.example.com/own/agent:1', 'registry.example.com/own/agent:1'],
  ])('%s comes from a mirror as %s', (image, mirrored) => {
    expect(imageWith(ImageSource.mirror('registry.example.com'), image)).toBe(mirrored);
  });

  test('a mirror of some registries leaves the others alone', () => {
    const images = ImageSource.mirror('registry.example.com/hub', { registries: ['docker.io'] });
    expect([imageWith(images, 'alpine:3'), imageWith(images, 'quay.io/a/b:1')]).toEqual(['registry.example.com/hub/library/alpine:3', 'quay.io/a/b:1']);
  });

  test('a pin gives an image its digest, and one that has a digest needs none', () => {
    const images = ImageSource.pinned({ 'a:1': 'a@sha256:1' });
    expect([imageWith(images, 'a:1'), imageWith(images, 'b@sha256:2')]).toEqual(['a@sha256:1', 'b@sha256:2']);
  });
});
