import { Testing } from 'cdk8s';
import { parse } from 'yaml';
import { collector, LOGS, STDOUT } from './rendered-fluent-bit';
import {
  ConfigReload, DaemonProfile, EnvValue, HostPath, IpFamily, KubernetesMetadata, LogAgent, LogCollector, LogFilter, LogSink, LogSource, LogState, Monitor,
  NodePlatform,
} from '../../src';
import { findingsOf } from '../analysis/checks';
import { chartOf } from '../core/testing';

test('defaults', () => {
  const chart = chartOf('logging');
  new LogCollector(chart, 'logs', { sinks: [LogSink.elasticsearch({ host: 'elasticsearch' })] });
  expect(Testing.synth(chart)).toMatchSnapshot();
});

test('nothing is found wrong with it', () => {
  const { manifests } = collector({ sources: [LogSource.containers(), LogSource.journal()], filters: [LogFilter.parseJson()] });
  expect(['ND504', 'ND510', 'ND511', 'ND512', 'ND513', 'ND514'].flatMap(id => findingsOf(id, manifests))).toEqual([]);
});

describe('the pod', () => {
  test('is root without any capability, for the logs belong to root', () => {
    expect(collector().main.securityContext).toMatchObject({ runAsUser: 0, capabilities: { drop: ['ALL'] }, allowPrivilegeEscalation: false, readOnlyRootFilesystem: true });
  });

  test('is probed where it tells of itself: a server that does not answer makes it not ready, and restarts nothing', () => {
    const { main, service } = collector({ health: { port: 2121 } });
    expect(service).toMatchObject({ http_server: 'on', http_listen: '0.0.0.0', http_port: 2121, health_check: 'on' });
    expect([main.livenessProbe.httpGet, main.readinessProbe.httpGet]).toEqual([{ path: '/', port: 2121 }, { path: '/api/v1/health', port: 2121 }]);
    expect(main.ports).toEqual([{ name: 'http', containerPort: 2121 }]);
  });

  test('listens where probes reach it in IPv6', () => {
    const { service, sidecars: [reloader] } = collector({ configReload: ConfigReload.HOT_RELOAD }, {}, NodePlatform.of({ ipFamily: IpFamily.IPV6 }));
    expect(service.http_listen).toBe('::');
    expect(reloader.args).toContain('--reload-url=http://[::1]:2020/api/v2/reload');
  });

  test('is scraped at the path of its metrics', () => {
    const { manifests } = collector({ monitor: Monitor.podMonitor() });
    expect(manifests.find(({ kind }) => kind === 'PodMonitor').spec.podMetricsEndpoints[0]).toMatchObject({ port: 'http', path: '/api/v2/metrics/prometheus' });
  });

  test('has what is written of its service and its container', () => {
    const { service, env, mounts } = collector({}, {
      service: { 'log_level': 'warn', 'dns.prefer_ipv4': 'on' }, container: { env: { MORE: EnvValue.text('1') }, hostPaths: [HostPath.readOnly('/var/log')] },
    });
    expect([service.log_level, service['dns.prefer_ipv4'], env.MORE]).toEqual(['warn', 'on', '1']);
    expect(mounts).toEqual(expect.arrayContaining(['/var/log', '/var/lib/fluent-bit rw']));
    expect(mounts).not.toContain('/var/log/pods');
  });
});

describe('a new configuration', () => {
  const hashOf = (props: object) => collector(props).daemonSet.spec.template.metadata.annotations?.['cdk8s-node-daemons/config-hash'];
  const reload = { configReload: ConfigReload.HOT_RELOAD };

  test('replaces the pods', () => {
    expect(hashOf({})).not.toBe(hashOf({ sinks: [LogSink.http(LOGS)] }));
    expect(collector().service.hot_reload).toBe('off');
  });

  test('is read by the program that runs, whom a sidecar calls', () => {
    const { service, sidecars: [reloader], main, manifests } = collector(reload);
    expect(hashOf(reload)).toBeUndefined();
    expect(service).toMatchObject({ 'hot_reload': 'on', 'hot_reload.timeout': 120 });
    expect(reloader.args).toEqual(['--watched-dir=/fluent-bit/etc/conf', '--reload-url=http://127.0.0.1:2020/api/v2/reload']);
    expect(reloader.volumeMounts).toEqual(main.volumeMounts.filter(({ name }: any) => name === 'config'));
    expect(reloader.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 65534, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true });
    expect(findingsOf('ND504', manifests)).toEqual([]);
  });

  test('is read in a container of another name, and without any hardening where none is asked for', () => {
    const { main, sidecars: [reloader], service } = collector({ ...reload, profile: DaemonProfile.BARE }, { container: { name: 'collector' } });
    expect(main.volumeMounts.some(({ mountPath }: any) => mountPath === '/fluent-bit/etc/conf')).toBe(true);
    expect([reloader.securityContext, reloader.resources, service.http_server]).toEqual([undefined, undefined, 'on']);
  });
});

describe('with BARE', () => {
  test('it is what was written, and what follows from it', () => {
    const { main, pod, inputs, service } = collector({ profile: DaemonProfile.BARE, kubernetesMetadata: KubernetesMetadata.none() });
    expect(main).toEqual({
      name: 'fluent-bit',
      image: 'cr.fluentbit.io/fluent/fluent-bit:5.1.1',
      args: ['-c', '/fluent-bit/etc/conf/fluent-bit.yaml'],
      volumeMounts: [
        { name: 'host-var-log-containers', mountPath: '/var/log/containers', readOnly: true }, { name: 'host-var-log-pods', mountPath: '/var/log/pods', readOnly: true },
        { name: 'config', mountPath: '/fluent-bit/etc/conf', readOnly: true },
      ],
    });
    expect([pod.priorityClassName, pod.serviceAccountName, inputs[0].db, service.http_server]).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('it keeps what it has read where it is told', () => {
    const { inputs, pod } = collector({ profile: DaemonProfile.BARE, state: LogState.hostPath('/var/lib/logs') });
    expect(inputs[0].db).toBe('/var/lib/fluent-bit/containers.db');
    expect(pod.volumes).toContainEqual({ name: 'state', hostPath: { path: '/var/lib/logs' } });
  });
});

test('what was handed in changes nothing when it changes later', () => {
  const service: { [setting: string]: any } = { log_level: 'warn' };
  const units = ['a'];
  const agent = LogAgent.fluentBit({ service });
  const sources = [LogSource.journal({ units })];
  const configOf = () => {
    const chart = chartOf();
    new LogCollector(chart, 'logs', { agent, sources, sinks: [STDOUT] });
    return parse(Testing.synth(chart).find(({ kind }) => kind === 'ConfigMap').data['fluent-bit.yaml']);
  };
  const before = configOf();
  service.log_level = 'debug';
  units.push('b');
  expect(configOf()).toEqual(before);
});
