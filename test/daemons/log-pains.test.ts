import { collected, LOG_AGENTS } from './log-agents';
import {
  ConfigReload, HostPath, KubernetesMetadata, LogAgent, LogBuffer, LogCollectorProps, LogFilter, LogSink, LogSource, LogState, NodePlatform, SecretValue,
} from '../../src';
import { Analysis } from '../../src/analysis/analysis';

const SINKS = [LogSink.stdout()];
const LOGS = /^\/var\/log(\/|$)/;

interface Seen {
  readonly pod: any;
  readonly main: any;
  /** Mounts of the first container with their paths on the node. */
  readonly mounts: readonly { readonly path: string; readonly mountPath: string; readonly readOnly: boolean; readonly type?: string }[];
  readonly texts: string;
  readonly rules: readonly any[];
  readonly template: any;
  readonly findings: readonly string[];
}

function seen(props: LogCollectorProps): Seen {
  const manifests = collected({ sinks: SINKS, ...props });
  const of = (kind: string) => manifests.find(manifest => manifest.kind === kind);
  const { template } = of('DaemonSet').spec;
  const [main] = template.spec.containers;
  return {
    template,
    pod: template.spec,
    main,
    mounts: main.volumeMounts.flatMap(({ name, mountPath, readOnly = false }: any) => {
      const path = template.spec.volumes.find((volume: any) => volume.name === name).hostPath;
      return path === undefined ? [] : [{ path: path.path, mountPath, readOnly, type: path.type }];
    }),
    texts: Object.values(of('ConfigMap')?.data ?? {}).join('\n'),
    rules: of('ClusterRole')?.rules ?? [],
    findings: Analysis.of(manifests).findings.map(({ id }) => id),
  };
}

describe.each(LOG_AGENTS.map(([program, agentOf]) => [program.title, program, agentOf] as const))('%s', (_, program, agentOf) => {
  const agent = () => agentOf();

  test('offsets are lost when the pod is replaced: they lie in a directory of the node', () => {
    const { mounts, findings } = seen({ agent: agent() });
    expect(mounts.filter(({ readOnly }) => !readOnly)).toMatchObject([{ path: `/var/lib/${program.stateName}/logging-logs`, type: 'DirectoryOrCreate' }]);
    expect(findings).not.toContain('ND510');
  });

  test('the log mount is read-only and the offsets lie in it: logs and state are two mounts', () => {
    const { mounts, findings } = seen({ agent: agent() });
    expect(mounts.filter(({ path }) => LOGS.test(path)).every(({ readOnly }) => readOnly)).toBe(true);
    expect(mounts.filter(({ mountPath }) => LOGS.test(mountPath)).length).toBeGreaterThan(0);
    expect(findings).not.toContain('ND511');
  });

  test('the state lies in a directory that is mounted read-only: an error', () => {
    const container = { hostPaths: [HostPath.readOnly('/srv/state')] };
    expect(() => seen({ agent: LogAgent.fluentBit({ container }), state: LogState.hostPath('/srv/state') }))
      .toThrow("path of the state must be writable, got '/srv/state': the container mounts it read-only: write HostPath.readWrite('/srv/state')");
  });

  test('a user that is not root cannot read the logs: it is root without any capability', () => {
    const { main: { securityContext }, findings } = seen({ agent: agent() });
    expect(securityContext).toMatchObject({ runAsUser: 0, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } });
    expect(findings).not.toContain('ND222');
  });

  test('its own lines come back for ever: they are left out by the names of the DaemonSet and of the container', () => {
    const { texts, main, template } = seen({ agent: agent() });
    const byLabel = Object.entries(template.metadata.labels).some(([label, value]) => label.endsWith('/exclude') && value === 'true');
    expect(byLabel || texts.includes('logs-') && texts.includes(main.name)).toBe(true);
  });

  test('the links of the logs lead to what is not mounted: the directories of the platform are', () => {
    const { mounts, findings } = seen({ agent: agent(), platform: NodePlatform.standard({ logRoots: ['/var/log/pods', '/data/docker/containers'] }) });
    expect(mounts.map(({ path }) => path)).toEqual(expect.arrayContaining(['/var/log/pods', '/data/docker/containers']));
    expect(findings).not.toContain('ND507');
  });

  test("Docker's directory is mounted where there is no Docker: it is not", () => {
    expect(seen({ agent: agent() }).mounts.filter(({ path }) => path.includes('docker'))).toEqual([]);
  });

  test('a memory buffer is larger than what the container may have: an error', () => {
    expect(() => seen({ agent: agent(), buffer: LogBuffer.memory({ maxSize: '3Gi' }) })).toThrow(/(buffers in memory of all sinks|buffer of the sink 'stdout') must be /);
  });

  test('the container has no memory limit, and takes what the node has: it has one', () => {
    expect(seen({ agent: agent() }).main.resources).toMatchObject({ requests: { memory: expect.any(String) }, limits: { memory: expect.any(String) } });
  });

  test('two collectors share a state: each has its own', () => {
    const path = (name: string) => seen({ agent: agent(), name }).mounts.find(({ readOnly }) => !readOnly)!.path;
    expect(path('a')).not.toBe(path('b'));
  });

  test("a collector takes the lines of one whose name begins with its own for its own: five characters follow a pod's name, no more", () => {
    expect(seen({ agent: agent() }).texts).toMatch(/logs-(\?{5}|\[\^\/\]\{5\}|\[a-z0-9\]\{5\})[_/]/);
    expect(seen({ agent: agent(), name: 'a'.repeat(63) }).texts).toMatch(/[^a]a{58}[?[]/);
  });

  test('a changed configuration reaches no pod: it is a rollout', () => {
    const templateOf = (cluster: string) => seen({ agent: agent(), filters: [LogFilter.addFields({ cluster })] }).template;
    expect(templateOf('a')).not.toEqual(templateOf('b'));
    expect(seen({ agent: agent() }).main.volumeMounts.some(({ subPath }: any) => subPath !== undefined)).toBe(false);
    expect(seen({ agent: agent() }).findings).not.toContain('ND504');
  });

  test('it may do what it needs not: it reads what its metadata asks for and nothing else', () => {
    const resources = seen({ agent: agent() }).rules.flatMap((rule: any) => [...rule.resources, ...rule.verbs]);
    expect(resources.filter((word: string) => ['secrets', 'configmaps', 'nodes/proxy', 'pods/exec', 'create', 'update', 'patch', 'delete', '*'].includes(word))).toEqual([]);
  });

  test('a pipeline without metadata asks the API server: it has no account and no token', () => {
    const { rules, pod } = seen({ agent: agent(), kubernetesMetadata: KubernetesMetadata.none() });
    expect(rules).toEqual([]);
    expect(pod).toMatchObject({ automountServiceAccountToken: false });
    expect(pod.serviceAccountName).toBeUndefined();
  });

  test('a rollout goes node by node: a tenth of the nodes at a time', () => {
    const [{ spec: { updateStrategy } }] = collected({ agent: agent(), sinks: SINKS }).filter(({ kind }) => kind === 'DaemonSet');
    expect(updateStrategy.rollingUpdate.maxUnavailable).toBe('10%');
  });

  test('it takes ports of the node, and the second one cannot start: it takes none', () => {
    const { pod } = seen({ agent: agent() });
    expect(pod.hostNetwork).toBeUndefined();
    expect(pod.containers.flatMap(({ ports = [] }: any) => ports).filter(({ hostPort }: any) => hostPort !== undefined)).toEqual([]);
  });

  test('a probe asks a port that nobody listens on: it is the one that the container declares', () => {
    const { main } = seen({ agent: agent() });
    const declared = main.ports.map(({ containerPort }: any) => containerPort);
    expect([main.livenessProbe, main.readinessProbe].flatMap(probe => probe?.httpGet ?? []).every(({ port }: any) => declared.includes(port))).toBe(true);
    expect(main.livenessProbe ?? main.readinessProbe).toMatchObject({ httpGet: { port: expect.any(Number) } });
  });

  test('credentials stand in the ConfigMap: they come from Secrets alone', () => {
    const able = program.can.includes('sink.elasticsearch') ? LogSink.elasticsearch({ host: 'logs', password: SecretValue.key('my-secret', 'my-password') })
      : LogSink.loki({ host: 'logs', username: 'a', password: SecretValue.key('my-secret', 'my-password') });
    const { texts, pod } = seen({ agent: agent(), sinks: [able] });
    expect(texts).not.toContain('my-password');
    expect(JSON.stringify(pod)).toContain('my-secret');
  });

  test('no finding is left in what it makes by itself', () => {
    expect(seen({ agent: agent() }).findings).toEqual([]);
  });
});

test('files of other programs belong to their users, and root without capabilities cannot read them: it may read, and nothing else', () => {
  const { main } = seen({ sources: [LogSource.files({ paths: ['/var/log/nginx/*.log'] })] });
  expect(main.securityContext.capabilities).toEqual({ drop: ['ALL'], add: ['DAC_READ_SEARCH'] });
});

test('SELinux keeps it from the logs: where it is enforcing, its type may read the node', () => {
  expect(seen({ platform: NodePlatform.openshift() }).main.securityContext).toMatchObject({ runAsUser: 0, seLinuxOptions: { type: 'spc_t' } });
});

test('one file is read by two sources, which watch it twice and send each line twice: an error', () => {
  expect(() => seen({ sources: [LogSource.containers(), LogSource.containers({ id: 'again' })] }))
    .toThrow("the source 'again' must be of other files than 'containers', got 'every container': leave it out, and name 'containers' where its lines are meant");
  expect(() => seen({ sources: [LogSource.files({ paths: ['/var/log/a.log'] }), LogSource.files({ id: 'b', paths: ['/var/log/a.log'] })] }))
    .toThrow("the source 'b' must be of other files than 'files', got '/var/log/a.log': leave it out, and name 'files' where its lines are meant");
});

test('a configuration that is wrong reaches all nodes at once: only who asks for it gets hot reload', () => {
  expect(seen({}).template.metadata.annotations).toHaveProperty(['cdk8s-node-daemons/config-hash']);
  expect(seen({ configReload: ConfigReload.HOT_RELOAD }).template.metadata.annotations ?? {}).not.toHaveProperty(['cdk8s-node-daemons/config-hash']);
});
