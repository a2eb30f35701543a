import { Testing } from 'cdk8s';
import {
  ApiAccess, ConfigFile, ContainerPort, DaemonDefaults, DaemonProfile, EnvValue, HostPath, LogAgent, LogCollector, LogCollectorProps,
  NodePlatform, NodePriority,
} from '../../src';
import { chartOf, manifestsOf } from '../core/testing';

const FLUENTD = LogAgent.fluentd({ container: { image: 'fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-forward-1.1', name: 'fluentd' } });

function podOf(props: LogCollectorProps, namespace = 'logging', platform = NodePlatform.standard()): any {
  const chart = chartOf(namespace);
  DaemonDefaults.on(chart, { platform });
  new LogCollector(chart, 'logs', props);
  return manifestsOf(chart, 'DaemonSet')[0].spec.template.spec;
}

test('defaults', () => {
  const chart = chartOf();
  new LogCollector(chart, 'logs', { agent: FLUENTD });
  expect(Testing.synth(chart)).toMatchSnapshot();
});

test.each([LogAgent.fluentd, LogAgent.custom])('what was handed in changes nothing when it changes later', agentOf => {
  const container = { image: 'collector:1', args: ['--a'], env: { A: EnvValue.text('1') } };
  const agent = agentOf({ container });
  const before = podOf({ agent });
  container.image = 'other:1';
  container.args.push('--b');
  container.env.A = EnvValue.text('2');
  expect(podOf({ agent })).toEqual(before);
});

test('a list of files and of access may grow later', () => {
  const options = { container: { image: 'collector:1' }, configFiles: [] as ConfigFile[], apiAccess: [] as ApiAccess[] };
  const agent = LogAgent.custom(options);
  options.configFiles.push(ConfigFile.text('/etc/agent/a', 'a'));
  options.apiAccess.push(ApiAccess.read('', 'pods'));
  const chart = chartOf();
  new LogCollector(chart, 'logs', { agent });
  expect([...manifestsOf(chart, 'ConfigMap'), ...manifestsOf(chart, 'ClusterRole')]).toEqual([]);
});

describe('fluentd', () => {
  test('reads the logs of the containers and writes only its state', () => {
    const { containers: [fluentd], volumes } = podOf({ agent: FLUENTD });
    expect(fluentd.volumeMounts.filter((m: any) => m.readOnly).map((m: any) => m.mountPath)).toEqual(['/var/log/containers', '/var/log/pods']);
    expect(volumes.filter((v: any) => v.hostPath?.type === 'DirectoryOrCreate').map((v: any) => v.hostPath.path))
      .toEqual(['/var/lib/fluentd', '/var/lib/fluentd/buffers']);
  });

  test('keeps its positions below the one directory of /var/log that it may write', () => {
    const { containers: [fluentd] } = podOf({ agent: LogAgent.fluentd({ container: { image: 'fluentd:1' }, stateDirectory: '/mnt/fluentd' }) });
    expect(fluentd.volumeMounts).toContainEqual({ name: 'state', mountPath: '/var/log/fluentd' });
    expect(fluentd.env).toContainEqual({ name: 'FLUENT_POS_EXTRA_DIR', value: 'fluentd' });
  });

  test('leaves out its own lines, whatever its container is called', () => {
    const { containers: [fluentd] } = podOf({ agent: LogAgent.fluentd({ container: { image: 'fluentd:1', name: 'collector' } }) });
    expect(fluentd.env).toContainEqual({ name: 'FLUENT_CONTAINER_TAIL_EXCLUDE_PATH', value: '/var/log/containers/*_collector-*.log' });
  });

  test('is root without any capability, for the logs belong to root', () => {
    const { containers: [{ securityContext }] } = podOf({ agent: FLUENTD });
    expect(securityContext).toMatchObject({ runAsUser: 0, capabilities: { drop: ['ALL'] }, allowPrivilegeEscalation: false, readOnlyRootFilesystem: true });
  });

  test('may ask the API server for pods and namespaces, and for nothing else', () => {
    const chart = chartOf();
    new LogCollector(chart, 'logs', { agent: FLUENTD });
    expect(manifestsOf(chart, 'ClusterRole')[0].rules).toEqual([{ apiGroups: [''], resources: ['pods', 'namespaces'], verbs: ['get', 'list', 'watch'] }]);
  });

  test('is ready when the port answers that it declares', () => {
    const { containers: [{ ports, readinessProbe }] } = podOf({ agent: FLUENTD });
    expect(ports).toEqual([{ name: 'metrics', containerPort: 24231 }]);
    expect(readinessProbe.httpGet).toEqual({ path: '/metrics', port: 24231 });
  });

  test('gives way to what is written of its container, and adds to it', () => {
    const { containers: [fluentd] } = podOf({
      agent: LogAgent.fluentd({
        container: {
          image: 'fluentd:1',
          env: { FLUENTD_SYSTEMD_CONF: EnvValue.text('systemd'), MORE: EnvValue.text('1') },
          hostPaths: [HostPath.readOnly('/run/log/journal'), HostPath.readOnly('/data/pods', { mountPath: '/var/log/pods' })],
          resources: { requests: { cpu: '1' } },
        },
      }),
    });
    expect(fluentd.env).toContainEqual({ name: 'FLUENTD_SYSTEMD_CONF', value: 'systemd' });
    expect(fluentd.env.at(-1)).toEqual({ name: 'MORE', value: '1' });
    expect(fluentd.volumeMounts).toContainEqual({ name: 'host-data-pods', mountPath: '/var/log/pods', readOnly: true });
    expect(fluentd.resources).toEqual({ requests: { cpu: '1' } });
  });

  test.each([
    ['by its number', ContainerPort.tcp(24231), 24231],
    ['by its name', ContainerPort.tcp(9999, { name: 'metrics' }), 9999],
  ])('is probed at the port that is written for its metrics, %s', (_how, port, number) => {
    const { containers: [{ ports, readinessProbe }] } = podOf({ agent: LogAgent.fluentd({ container: { image: 'fluentd:1', ports: [port] } }) });
    expect(ports).toHaveLength(1);
    expect(readinessProbe.httpGet.port).toBe(number);
  });

  test('gives way to a mount at the same directory, however it is spelled', () => {
    const hostPaths = [HostPath.readOnly('/data/pods', { mountPath: '/var/log/pods/' })];
    const { containers: [{ volumeMounts }] } = podOf({ agent: LogAgent.fluentd({ container: { image: 'fluentd:1', hostPaths } }) });
    expect(volumeMounts.filter((mount: any) => mount.mountPath.startsWith('/var/log/pods'))).toHaveLength(1);
  });

  test('is the container as it is written, with BARE', () => {
    const { containers } = podOf({ profile: DaemonProfile.BARE, agent: FLUENTD });
    expect(containers).toEqual([{ name: 'fluentd', image: 'fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-forward-1.1' }]);
  });

  test('fails without an image', () => {
    expect(() => podOf({ agent: LogAgent.fluentd({ container: {} }) })).toThrow(new Error(
      "platform/logs: image of container 'fluentd' must be given, such as 'example.com/agent:1.2.3', got undefined"));
  });
});

describe('a collector', () => {
  const agent = LogAgent.custom({ container: { image: 'collector:1' } });

  test('is pushed out by nothing, for what it has not read is lost', () => {
    expect(podOf({ agent }).priorityClassName).toBe('system-node-critical');
  });

  test('has no system priority where the platform then makes no pod at all', () => {
    expect(podOf({ agent }, 'logging', NodePlatform.gke()).priorityClassName).toBeUndefined();
    expect(podOf({ agent }, 'kube-system', NodePlatform.gke()).priorityClassName).toBe('system-node-critical');
  });

  test('has a minute to send what it has read', () => {
    expect(podOf({ agent }).terminationGracePeriodSeconds).toBe(60);
  });

  test('gives way to its props', () => {
    const pod = podOf({ agent, priority: NodePriority.NONE, terminationGracePeriodSeconds: 5 });
    expect([pod.priorityClassName, pod.terminationGracePeriodSeconds]).toEqual([undefined, 5]);
  });

  test('has nothing of it with BARE', () => {
    const pod = podOf({ agent, profile: DaemonProfile.BARE });
    expect([pod.priorityClassName, pod.terminationGracePeriodSeconds]).toEqual([undefined, undefined]);
  });
});
