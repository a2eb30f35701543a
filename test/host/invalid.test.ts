import {
  ConfigFile, ContainerPort, EnvValue, HostPath, ImageSource, NodeExpression, NodePlatform, NodeTerm, Probe, SecretValue, SecurityContext, Toleration,
  UpdateStrategy, VolumeSource,
} from '../../src';
import { shown } from '../../src/host/invalid';

const LABEL_VALUE = "at most 63 of A-Z, a-z, 0-9, '-', '_' and '.', with a letter or digit at both ends";
const DNS_LABEL = "at most 63 of a-z, 0-9 and '-', with a letter or digit at both ends";
const LONG = 'x'.repeat(64);

test.each<[string, () => unknown, string]>([
  ['a relative host path', () => HostPath.readOnly('var/log'), "host path must be absolute, got 'var/log': write '/var/log'"],
  ['a host path that climbs', () => HostPath.readOnly('/var/../etc'), "host path must be without '..', got '/var/../etc': write the path that it leads to"],
  ['a relative mount path', () => HostPath.readOnly('/var/log', { mountPath: 'logs' }), "mount path must be absolute, got 'logs': write '/logs'"],
  ['a mount path with a colon', () => HostPath.readOnly('/var/log', { mountPath: '/a:b' }),
    "mount path must be without ':', got '/a:b': container runtimes read it as a separator; choose another path"],
  ['two kinds of sub-path', () => HostPath.readOnly('/var/log', { subPath: 'a', subPathExpr: 'b' }),
    'a mount must be given subPath or subPathExpr, not both, got {"subPath":"a","subPathExpr":"b"}'],
  ['a volume name over 63 characters', () => HostPath.readOnly('/var/log', { volumeName: LONG }), `volume name must be ${DNS_LABEL}, got '${LONG}'`],
  ['a configuration file in no directory', () => ConfigFile.text('//./a.conf', ''),
    "path of a configuration file must be a file in a directory of its own, such as '/etc/agent/agent.yaml', got '//./a.conf'"],
  ...['/etc/agent/', '/etc/agent/.'].map((path): [string, () => unknown, string] => [`the configuration file ${path}`, () => ConfigFile.text(path, ''),
    `path of a configuration file must be a file in a directory of its own, such as '/etc/agent/agent.yaml', got '${path}'`]),
  ['port 0', () => ContainerPort.tcp(0), 'port must be a whole number from 1 to 65535, got 0'],
  ['port 70000', () => ContainerPort.udp(70000), 'port must be a whole number from 1 to 65535, got 70000'],
  ['host port 70000', () => ContainerPort.tcp(80, { hostPort: 70000 }), 'hostPort must be a whole number from 1 to 65535, got 70000'],
  ['an address without a host port', () => ContainerPort.tcp(80, { hostIp: '192.0.2.1' }),
    "hostIp must be given with hostPort, got '192.0.2.1': without hostPort it does nothing"],
  ['a long port name', () => ContainerPort.tcp(80, { name: 'metrics-and-more' }),
    "port name must be at most 15 of a-z, 0-9 and single '-', with at least one letter, got 'metrics-and-more'"],
  ['a capability with its prefix', () => SecurityContext.root({ capabilities: ['CAP_NET_ADMIN'] }),
    "capability must be the name of a Linux capability in capitals, without 'CAP_', got 'CAP_NET_ADMIN': write 'NET_ADMIN'"],
  ['a capability that does not exist', () => SecurityContext.root({ capabilities: ['FLY'] }),
    "capability must be the name of a Linux capability in capitals, without 'CAP_', got 'FLY'"],
  ['a share over 100 %', () => UpdateStrategy.rollingUpdate({ maxUnavailable: '101%' }),
    "maxUnavailable must be a count such as '1' or a percentage up to '100%', got '101%'"],
  ['a count without quotes', () => UpdateStrategy.rollingUpdate({ maxUnavailable: 1 as unknown as string }),
    "maxUnavailable must be a count such as '1' or a percentage up to '100%', got 1: put it in quotes"],
  ['a port that is no number', () => ContainerPort.tcp(Number.NaN), 'port must be a whole number from 1 to 65535, got NaN'],
  ['a port without an end', () => ContainerPort.tcp(Infinity), 'port must be a whole number from 1 to 65535, got Infinity'],
  ['surge and unavailable at once', () => UpdateStrategy.rollingUpdate({ maxUnavailable: '1', maxSurge: '1' }),
    "maxUnavailable beside maxSurge must be '0', got '1': give one of the two"],
  ['an update of no node', () => UpdateStrategy.rollingUpdate({ maxUnavailable: '0' }),
    "maxUnavailable without maxSurge must be at least '1', got '0': otherwise no node could ever be updated"],
  ['a name of a Secret', () => SecretValue.key('My_Secret', 'token'), "name of a Secret must be a lower-case DNS name such as 'log-credentials', got 'My_Secret'"],
  ['a label key', () => NodeExpression.exists('bad key'), "label of a node expression must be a label key such as 'example.com/name', got 'bad key'"],
  ['a label value', () => NodeExpression.in('disk', 'a b'), `value for 'disk' must be ${LABEL_VALUE}, got 'a b'`],
  ['no value', () => NodeExpression.in('disk'), "values for 'disk' must be given, got []: name at least one, or use exists / doesNotExist"],
  ['a term without a condition', () => NodeTerm.all(), 'a node term must be of at least one condition, got {"matchExpressions":[]}: an empty term matches no node'],
  ['a toleration without a key', () => Toleration.of({ value: 'a' }),
    "operator of a toleration without a key must be 'Exists', got undefined: use Toleration.effect(…) or Toleration.everything()"],
  ['a probe without a port', () => Probe.httpGet('/', {}), 'port of a probe or hook must be given as port or as portName, one of the two, got {}'],
  ['a file mode in decimal', () => VolumeSource.configMap('agent', { defaultMode: 644 }),
    'file mode must be from 0 to 0o777, got 644: write it in octal, such as 0o644'],
  ['a field that is not for variables', () => EnvValue.field('status.phase'),
    'field must be one of metadata.name, metadata.namespace, metadata.uid, spec.nodeName, spec.serviceAccountName, status.hostIP, status.hostIPs, '
    + "status.podIP, status.podIPs, metadata.labels['…'], metadata.annotations['…'], got 'status.phase'"],
  ['a divisor of the wrong resource', () => EnvValue.resource('limits.cpu', { divisor: '1Mi' }), "divisor of limits.cpu must be '1' or '1m', got '1Mi'"],
  ['a quantity', () => VolumeSource.emptyDir({ sizeLimit: '64 MB' }), "sizeLimit must be a quantity such as '64Mi', got '64 MB'"],
  ['a mirror with a scheme', () => ImageSource.mirror('https://registry.example.com/'),
    "registry must be a host with an optional path, without 'https://' and without a slash at its end, got 'https://registry.example.com/'"],
  ['an old Kubernetes', () => NodePlatform.standard({ kubernetes: '1.9' }), "Kubernetes version must be 1.28 or later, such as '1.35', got '1.9'"],
  ['a relative kubelet root', () => NodePlatform.of({ kubeletRoot: 'var/lib/kubelet' }),
    "kubeletRoot must be absolute, got 'var/lib/kubelet': write '/var/lib/kubelet'"],
])('fails with %s', (_what, make, message) => {
  expect(make).toThrow(new Error(message));
});

test('what JSON cannot say is shown too', () => {
  const circle: { self?: unknown } = {};
  circle.self = circle;
  expect([shown(circle), shown(10n), shown(undefined)]).toEqual(['[object Object]', '10', 'undefined']);
});
