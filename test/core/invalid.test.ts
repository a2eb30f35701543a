import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import { chartOf, daemonIn, daemonSetOf } from './testing';
import {
  ApiAccess, ConfigFile, ContainerPort, DaemonContainer, EnvValue, HostPath, HostPathType, ImageSource, LogAgent, MountPropagation, NodeDaemon, NodePlatform,
  SecurityContext, UpdateStrategy, VolumeSource,
} from '../../src';
import { assertContainerGiven } from '../../src/core/assert-options';
import { shown } from '../../src/host/invalid';

const DNS_LABEL = "at most 63 of a-z, 0-9 and '-', with a letter or digit at both ends";
const LABEL_VALUE = "at most 63 of A-Z, a-z, 0-9, '-', '_' and '.', with a letter or digit at both ends";
const define = (...[container, options]: Parameters<typeof daemonSetOf>) => daemonIn(chartOf(), container, options);

test.each<[string, () => unknown, string]>([
  ['no image', () => new NodeDaemon(chartOf(), 'agent', { container: {} }), "image of container '' must be given, such as 'example.com/agent:1.2.3', got undefined"],
  ['a name that Kubernetes refuses', () => define({}, { name: 'Bad_Name' }),
    "name must be at most 253 of a-z, 0-9, '-' and '.', with a letter or digit at both ends, got 'Bad_Name'"],
  ['a label that Kubernetes refuses', () => define({}, { podMetadata: { labels: { 'bad key': 'x' } } }),
    "key among the labels of the pods must be a label key such as 'example.com/name', got 'bad key'"],
  ['a label value that Kubernetes refuses', () => define({}, { labels: { team: 'a b' } }), `value of 'team' among the labels must be ${LABEL_VALUE}, got 'a b'`],
  ['an annotation that Kubernetes refuses', () => define({}, { annotations: { 'a/b/c': '' } }),
    "key among the annotations must be a label key such as 'example.com/name', got 'a/b/c'"],
  ['a name of a Secret', () => define({}, { imagePullSecrets: ['My_Secret'] }),
    "imagePullSecrets must be names of at most 253 of a-z, 0-9, '-' and '.', with a letter or digit at both ends, got 'My_Secret'"],
  ['a name of a Secret that is not there', () => define({}, { imagePullSecrets: [undefined!] }),
    "imagePullSecrets must be names of at most 253 of a-z, 0-9, '-' and '.', with a letter or digit at both ends, got undefined"],
  ['a container name that Kubernetes refuses', () => define({ name: 'Agent' }), `container name must be ${DNS_LABEL}, got 'Agent'`],
  ['two containers of one name', () => define({ name: 'a' }, { sidecars: [{ name: 'a', image: 'b:1' }] }),
    "container name must be used once in a pod, got 'a': give one of the two another name"],
  ['a variable that is used before it is defined', () => define({ env: { URL: EnvValue.text('http://$(HOST)'), HOST: EnvValue.HOST_IP } }),
    "environment variable 'URL' uses $(HOST), which is defined after it and stays unexpanded: put 'HOST' before 'URL'"],
  ['a variable that uses itself', () => define({ env: { PATH: EnvValue.text('$(PATH):/x') } }),
    "environment variable 'PATH' uses $(PATH), which is itself and stays unexpanded: write the whole value, or get it from envFrom"],
  ['a variable that is defined twice', () => define({ env: { A: EnvValue.text('x') } }).addEnv('A', EnvValue.text('y')),
    "environment variable must be set once in container 'agent', got 'A': set it where the container is defined"],
  ['a name of a variable', () => define({ env: { 'A=B': EnvValue.text('x') } }), "name of an environment variable must be printable ASCII without '=', got 'A=B'"],
  ['two mounts that come to one volume name', () => define({
    volumes: [{ mountPath: '/a-b', source: VolumeSource.emptyDir() }, { mountPath: '/a/b', source: VolumeSource.emptyDir() }],
  }), "volume name must be used for one volume, got 'a-b': '/a/b' of container 'agent' and '/a-b' of container 'agent' come to the same name: "
    + 'give one of them a name of its own'],
  ['a mount that comes to the name of another volume', () => define({ volumes: [{ mountPath: '/data', source: VolumeSource.emptyDir() }] }, {
    volumes: { data: VolumeSource.emptyDir() },
  }), "volume name must be used for one volume, got 'data': '/data' of container 'agent' and the volume 'data' come to the same name: "
    + 'give one of them a name of its own'],
  ['a pod label that the selector says otherwise', () => define({}, { podMetadata: { labels: { 'app.kubernetes.io/name': 'mine' } } }),
    "pod label 'app.kubernetes.io/name' must be that of the selector, 'agent', got 'mine': give selector: { matchLabels: { … } } too, which Kubernetes never "
    + 'changes on a live DaemonSet'],
  ['two mounts at one path', () => define({ hostPaths: [HostPath.readOnly('/a', { mountPath: '/x' }), HostPath.readOnly('/b', { mountPath: '/x/' })] }),
    "mount path must be used once in a container, got '/x/': give one of the two another mountPath"],
  ...['/a//c', '/a/./c', '/a/c/', '//a/c/.'].map((mountPath): [string, () => unknown, string] => [
    `a mount at /a/c and one at ${mountPath}`, () => define({ hostPaths: [HostPath.readOnly('/b', { mountPath: '/a/c' })] }).addHostPath(HostPath.readOnly('/d', { mountPath })),
    `mount path must be used once in a container, got '${mountPath}': give one of the two another mountPath`,
  ]),
  ['a mount beside a file', () => define({ hostPaths: [HostPath.readOnly('/etc/agent/')] }, { configFiles: [ConfigFile.text('/etc/agent/a.conf', '')] }),
    "mount path must be used once in a container, got '/etc/agent': give one of the two another mountPath"],
  ['a mount that comes to a file', () => define({}, { configFiles: [ConfigFile.text('/etc/agent/a.conf', '')] }).addHostPath(HostPath.readOnly('/etc//agent')),
    "mount path must be used once in a container, got '/etc/agent': give one of the two another mountPath"],
  ['one volume name for two paths', () => define({ hostPaths: [HostPath.readOnly('/a-b'), HostPath.readOnly('/a/b')] }),
    "volume name 'host-a-b' already stands for another volume of '/a-b': give '/a/b' a volume name of its own"],
  ['two ports of one name', () => define({ ports: [ContainerPort.tcp(1, { name: 'a' }), ContainerPort.tcp(2, { name: 'a' })] }),
    "port name must be used once in a container, got 'a': give one of the two another name"],
  ['a quantity', () => define({ resources: { requests: { cpu: '100 m' } } }), "requests of cpu must be a quantity such as '100m' or '200Mi', got '100 m'"],
  ['a container that is not there', () => define().addHostPath(HostPath.readOnly('/a'), 'other'), "there is no container 'other': there are 'agent'"],
  ['a file for a container that is not there', () => define({}, { configFiles: [ConfigFile.text('/etc/agent/a', '', { containers: ['agent', 'other'] })] }),
    "there is no container 'other': there are 'agent'"],
  ['a file that comes to a container that is not there', () => define().addConfigFile(ConfigFile.text('/etc/agent/a', '', { containers: ['other'] })),
    "there is no container 'other': there are 'agent'"],
  ['an id that no check has', () => define({}, { acknowledge: [{ id: 'ND999', reason: 'x' }] }),
    "id of an acknowledgement must be that of a check that can be accepted, got 'ND999': docs/checks.md lists them"],
  ['an acknowledgement without a reason', () => define({}, { acknowledge: [{ id: 'ND201', reason: ' ' }] }), "reason for accepting ND201 must be given, got ' '"],
  ['API access without a namespace', () => new NodeDaemon(new Chart(new App(), 'platform'), 'agent', { container: { image: 'a:1' }, apiAccess: [ApiAccess.read('', 'pods')] }),
    "apiAccess needs the namespace of the ServiceAccount, and the chart has none: write new Chart(app, 'id', { namespace: '…' })"],
  ['an image without a pin', () => define({}, { images: ImageSource.pinned({ 'a:1': 'a@sha256:x' }) }),
    "image 'example.com/agent:1' has no pin: add it to ImageSource.pinned({ … }), which has 'a:1'"],
  ['two files of one name', () => define({}, { configFiles: [ConfigFile.text('/a/x', '1'), ConfigFile.text('/b/x', '2')] }),
    "key of a configuration file must be used once in a daemon, got 'x': give one of the two another key: ConfigFile.text(path, text, { key: '…' })"],
])('fails with %s', (_what, make, message) => {
  expect(make).toThrow(new Error(`platform/agent: ${message}`));
});

/** What a program without types may hand in. */
const untyped = (container: object, options: object = {}) => new NodeDaemon(chartOf(), 'agent', { container: { image: 'a:1', ...container }, ...options });
const IMAGE = "given, such as 'example.com/agent:1.2.3'";
const ENV_VALUE = "a value such as EnvValue.text('…')";
const PORTS = 'a list of values such as ContainerPort.tcp(8080)';
const HOST_PATHS = "a list of values such as HostPath.readOnly('/var/log')";

test.each<[string, () => unknown, string]>([
  ['an image that is a number', () => untyped({ image: 5 }), `image of container '' must be ${IMAGE}, got 5`],
  ['an image that is nothing', () => untyped({ image: null }), `image of container '' must be ${IMAGE}, got null`],
  ['a sidecar that is not there', () => untyped({}, { sidecars: [null] }), "container must be given, such as { image: 'example.com/agent:1.2.3' }, got null"],
  ['an init container that is an image', () => untyped({}, { initContainers: ['b:1'] }),
    "container must be given, such as { image: 'example.com/agent:1.2.3' }, got 'b:1'"],
  ['a variable that is a text', () => untyped({ env: { A: 'x' } }), `value of environment variable 'A' must be ${ENV_VALUE}, got 'x'`],
  ['a variable that is nothing', () => untyped({ env: { A: undefined } }), `value of environment variable 'A' must be ${ENV_VALUE}, got undefined`],
  ['a port that is a number', () => untyped({ ports: [80] }), `ports must be ${PORTS}, got [80]`],
  ['a port without a list', () => untyped({ ports: 80 }), `ports must be ${PORTS}, got 80`],
  ['a host path that is a text', () => untyped({ hostPaths: ['/var/log'] }), `hostPaths must be ${HOST_PATHS}, got ["/var/log"]`],
  ['a volume that is a text', () => untyped({ volumes: ['/data'] }),
    "a mount of volumes must be such as { mountPath: '/data', source: VolumeSource.emptyDir() }, got '/data'"],
  ['a volume that is nothing', () => untyped({ volumes: [null] }),
    "a mount of volumes must be such as { mountPath: '/data', source: VolumeSource.emptyDir() }, got null"],
  ['a volume of Kubernetes', () => untyped({ volumes: [{ mountPath: '/data', source: { emptyDir: {} } }] }),
    "source of the volume at '/data' must be a value such as VolumeSource.emptyDir(), got {\"emptyDir\":{}}"],
  ['a source of variables that is a text', () => untyped({ envFrom: ['a'] }),
    "envFrom must be a list of values such as EnvFrom.configMap('settings'), got [\"a\"]"],
  ['a strategy of Kubernetes', () => untyped({}, { updateStrategy: { type: 'OnDelete' } }),
    'updateStrategy must be a value such as UpdateStrategy.rollingUpdate(), got {"type":"OnDelete"}'],
  ['a placement that is a selector', () => untyped({}, { placement: { a: 'b' } }),
    'placement must be a value such as NodePlacement.everyNode(), got {"a":"b"}'],
])('without types, fails with %s', (_what, make, message) => {
  expect(make).toThrow(new Error(`platform/agent: ${message}`));
});

test.each([undefined, null, 'a:1', ['a:1']])('%j is no container', container => {
  const message = `container must be given, such as { image: 'example.com/agent:1.2.3' }, got ${shown(container)}`;
  expect(() => assertContainerGiven(container)).toThrow(new Error(message));
  expect(() => LogAgent.custom({ container: container as DaemonContainer })).toThrow(new Error(message));
});

test.each<[string, Parameters<typeof daemonSetOf>, string]>([
  ['a surge with a host port', [
    { ports: [ContainerPort.tcp(80, { hostPort: 80 })] },
    { updateStrategy: UpdateStrategy.rollingUpdate({ maxSurge: '1' }) },
  ], 'ND201 with maxSurge the new pod waits for ever for TCP 80 of the node, which the old pod holds: use maxUnavailable, or give up the host port, '
    + "or acknowledge: [{ id: 'ND201', reason: '…' }]"],
  ['a Bidirectional mount without privileged', [{ hostPaths: [HostPath.readWrite('/mnt', { propagation: MountPropagation.BIDIRECTIONAL })] }],
    'ND101 the API server refuses spec.template.spec.containers[0].volumeMounts.mountPropagation: Forbidden: '
    + 'Bidirectional mount propagation is available only to privileged containers'],
  ['privileged without escalation', [
    { securityContext: SecurityContext.of({ privileged: true, allowPrivilegeEscalation: false }) },
    { acknowledge: [{ id: 'ND401', reason: 'it mounts' }] },
  ],
  'ND101 the API server refuses spec.template.spec.containers[0].securityContext: Invalid value: {"allowPrivilegeEscalation":false,"privileged":true}: '
    + 'cannot set `allowPrivilegeEscalation` to false and `privileged` to true'],
  ['one host port twice', [{ ports: [ContainerPort.tcp(80, { hostPort: 80 }), ContainerPort.tcp(81, { hostPort: 80 })] }],
    'ND101 the API server refuses spec.template.spec.containers[0].ports[1].hostPort: Duplicate value: "TCP//80"'],
  ['one port of two containers under host network', [{ ports: [ContainerPort.tcp(80)] }, {
    hostNamespaces: { network: true }, sidecars: [{ name: 'b', image: 'b:1', ports: [ContainerPort.tcp(80)] }],
  }], 'ND102 the API server takes the DaemonSet and refuses its pods: spec.containers[1].ports[0].hostPort: Duplicate value: "TCP//80"'],
  ['one path of the node with two types', [{
    hostPaths: [
      HostPath.readOnly('/a', { type: HostPathType.DIRECTORY }),
      HostPath.readOnly('/a', { mountPath: '/b', volumeName: 'other', type: HostPathType.FILE }),
    ],
  }], "ND202 volumes 'host-a' and 'other' mount '/a' with the types 'Directory' and 'File', of which one is a mistake: "
    + "mount it once, or give both the same type, or acknowledge: [{ id: 'ND202', reason: '…' }]"],
  ['a privileged container, until somebody says why', [{ securityContext: SecurityContext.privileged() }],
    "ND401 container 'agent' is privileged, so whoever takes it over has the node: give it the capabilities and the devices that it needs instead, "
    + "or acknowledge: [{ id: 'ND401', reason: '…' }]"],
  ['a field that the cluster does not have', [{}, { hostUsers: false, platform: NodePlatform.standard({ kubernetes: '1.30' }) }],
    'ND103 spec.template.spec.hostUsers works from Kubernetes 1.33 on, and the platform has 1.30: leave it out, '
    + "or name the version that the cluster has in NodePlatform, or acknowledge: [{ id: 'ND103', reason: '…' }]"],
])('synthesis fails with %s', (_what, [container, options], message) => {
  expect(() => daemonSetOf(container, options)).toThrow(new Error(`Validation failed with the following errors:\n  [platform/agent] ${message}`));
});

test('synthesis fails with two daemons that take one port of the same nodes', () => {
  const chart = chartOf();
  for (const id of ['first', 'second']) {
    daemonIn(chart, { ports: [ContainerPort.tcp(9100, { hostPort: 9100 })] }, {}, id);
  }
  expect(() => Testing.synth(chart)).toThrow(new Error('Validation failed with the following errors:\n'
    + "  [platform/second] ND301 port TCP 9100 of the node is taken by 'platform/first' on the same nodes: give one of them another port, "
    + "or place them on different nodes, or acknowledge: [{ id: 'ND301', reason: '…' }]"));
});

test('synthesis fails with a patch that Kubernetes refuses', () => {
  const chart = chartOf();
  ApiObject.of(daemonIn(chart)).addJsonPatch(JsonPatch.add('/spec/template/spec/restartPolicy', 'Never'));
  expect(() => Testing.synth(chart)).toThrow(new Error('Validation failed with the following errors:\n'
    + '  [platform/agent] ND101 the API server refuses spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: "Always"'));
});
