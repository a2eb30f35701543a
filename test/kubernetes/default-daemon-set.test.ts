import { withContainer, withPod, withSpec } from './refusals';
import { admitDaemonSet } from '../../src/kubernetes/admission';
import type { Container } from '../../src/kubernetes/wire/container';
import type { DaemonSetSpec } from '../../src/kubernetes/wire/daemon-set';
import type { PodSpec } from '../../src/kubernetes/wire/pod-spec';

type Json = Record<string, unknown>;

function spec(manifest: Json): DaemonSetSpec {
  return admitDaemonSet(manifest).stored!.spec;
}

function pod(fields: Json): PodSpec {
  return spec(withPod(fields)).template.spec!;
}

function container(fields: Json): Container {
  return spec(withContainer(fields)).template.spec!.containers![0];
}

function volume(source: Json): unknown {
  return pod({ volumes: [{ name: 'v', ...source }] }).volumes![0];
}

test('a DaemonSet gets a strategy, a history and a template with all defaults', () => {
  expect(spec(withSpec({}))).toEqual({
    selector: { matchLabels: { app: 'x' } },
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1, maxSurge: 0 } },
    revisionHistoryLimit: 10,
    template: {
      metadata: { labels: { app: 'x' } },
      spec: {
        containers: [{
          name: 'c0',
          image: 'busybox',
          imagePullPolicy: 'Always',
          terminationMessagePath: '/dev/termination-log',
          terminationMessagePolicy: 'File',
          resources: {},
        }],
        dnsPolicy: 'ClusterFirst',
        restartPolicy: 'Always',
        schedulerName: 'default-scheduler',
        securityContext: {},
        terminationGracePeriodSeconds: 30,
      },
    },
  });
});

describe('the update strategy', () => {
  test('OnDelete has no counts', () => expect(spec(withSpec({ updateStrategy: { type: 'OnDelete' } })).updateStrategy).toEqual({ type: 'OnDelete' }));
  test('OnDelete gets zeros where counts were begun', () => {
    expect(spec(withSpec({ updateStrategy: { type: 'OnDelete', rollingUpdate: {} } })).updateStrategy)
      .toEqual({ type: 'OnDelete', rollingUpdate: { maxUnavailable: 0, maxSurge: 0 } });
  });
  test('keeps what is said', () => {
    expect(spec(withSpec({ updateStrategy: { rollingUpdate: { maxUnavailable: '10%' } } })).updateStrategy)
      .toEqual({ type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '10%', maxSurge: 0 } });
  });
});

describe('the service account', () => {
  test.each([[{ serviceAccountName: 'a' }], [{ serviceAccount: 'a' }], [{ serviceAccountName: 'a', serviceAccount: 'b' }]])('of %j stands under both names', (fields) => {
    expect(pod(fields)).toMatchObject({ serviceAccountName: 'a', serviceAccount: 'a' });
  });
});

describe('a container', () => {
  test('with a tag is pulled if it is not there', () => expect(container({ image: 'a:1' }).imagePullPolicy).toBe('IfNotPresent'));
  test('has ports of TCP', () => expect(container({ ports: [{ containerPort: 80 }] }).ports).toEqual([{ containerPort: 80, protocol: 'TCP' }]));
  test('refers to fields of version v1', () => {
    expect(container({ env: [{ name: 'N', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }] }).env)
      .toEqual([{ name: 'N', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'spec.nodeName' } } }]);
  });
  test('needs the file that a variable comes from', () => {
    expect(container({ env: [{ name: 'N', valueFrom: { fileKeyRef: { volumeName: 'v', path: 'p', key: 'K' } } }] }).env)
      .toEqual([{ name: 'N', valueFrom: { fileKeyRef: { volumeName: 'v', path: 'p', key: 'K', optional: false } } }]);
  });
  test('has no divisor of zero taken from it', () => {
    expect(container({ env: [{ name: 'N', valueFrom: { resourceFieldRef: { resource: 'limits.cpu' } } }] }).env)
      .toEqual([{ name: 'N', valueFrom: { resourceFieldRef: { resource: 'limits.cpu', divisor: '0' } } }]);
  });
  test('has amounts rounded up to thousandths', () => {
    expect(container({ resources: { limits: { cpu: '100u' }, requests: { cpu: '1.0001m' } } }).resources).toEqual({ limits: { cpu: '1m' }, requests: { cpu: '2m' } });
  });
  test('has requests of its own only: limits become requests in the pod', () => {
    expect(container({ resources: { limits: { cpu: '1' } } }).resources).toEqual({ limits: { cpu: '1' } });
  });
});

describe('a probe', () => {
  test('gets times and counts', () => {
    expect(container({ livenessProbe: { exec: { command: ['a'] } } }).livenessProbe)
      .toEqual({ exec: { command: ['a'] }, timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 });
  });
  test('by HTTP asks for the root', () => {
    expect(container({ readinessProbe: { httpGet: { port: 80 } } }).readinessProbe!.httpGet).toEqual({ path: '/', port: 80, scheme: 'HTTP' });
  });
  test('by gRPC asks for the whole server', () => {
    expect(container({ readinessProbe: { grpc: { port: 80 } } }).readinessProbe!.grpc).toEqual({ port: 80, service: '' });
  });
  test('before the end asks for the root too', () => {
    expect(container({ lifecycle: { preStop: { httpGet: { port: 80 } } } }).lifecycle).toEqual({ preStop: { httpGet: { path: '/', port: 80, scheme: 'HTTP' } } });
  });
});

describe('a volume', () => {
  test.each([
    [{}, { emptyDir: {} }],
    [{ hostPath: { path: '/a' } }, { hostPath: { path: '/a', type: '' } }],
    [{ secret: { secretName: 's' } }, { secret: { secretName: 's', defaultMode: 420 } }],
    [{ configMap: { name: 's' } }, { configMap: { name: 's', defaultMode: 420 } }],
    [
      { downwardAPI: { items: [{ path: 'p', fieldRef: { fieldPath: 'metadata.labels' } }] } },
      { downwardAPI: { items: [{ path: 'p', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.labels' } }], defaultMode: 420 } },
    ],
    [
      { projected: { sources: [{ serviceAccountToken: { path: 't' } }] } },
      { projected: { sources: [{ serviceAccountToken: { path: 't', expirationSeconds: 3600 } }], defaultMode: 420 } },
    ],
    [{ image: { reference: 'a:1' } }, { image: { reference: 'a:1', pullPolicy: 'IfNotPresent' } }],
    [{ rbd: { monitors: ['m'], image: 'i' } }, { rbd: { monitors: ['m'], image: 'i', pool: 'rbd', user: 'admin', keyring: '/etc/ceph/keyring' } }],
    [
      { ephemeral: { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1.0005' } } } } } },
      {
        ephemeral: {
          volumeClaimTemplate: {
            metadata: {},
            spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1001m' } }, volumeMode: 'Filesystem' },
          },
        },
      },
    ],
  ])('%j becomes %j', (source, expected) => expect(volume(source)).toEqual({ name: 'v', ...expected }));
});
