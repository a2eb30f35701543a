import * as fc from 'fast-check';
import { maybe, number, path, quantity, word } from './arbitraries';
import { Parts, refusals } from './refusals';
import {
  AppArmorProfile, ConfigFile, ContainerPort, ContainerRestartRule, DownwardApiFile, EnvFrom, EnvValue, HostPath, HostPathType, LabelExpression, LifecycleHook,
  MountPropagation, NodeExpression, NodePlacement, NodePlatform, NodePriority, NodeTerm, PodAffinityTerm, Probe, ProjectedSource, RecursiveReadOnly,
  SeccompProfile, SecretValue, SecurityContext, TaintEffect, Toleration, TolerationOperator, UpdateStrategy, VolumeSource,
} from '../../src';
import { toLabelSelector } from '../../src/host/label-selector-wire';
import type { Volume } from '../../src/kubernetes/wire/volume';

const PLATFORM = NodePlatform.standard();
const volume = (source: VolumeSource): Parts => ({ pod: { volumes: [source._toWire('volume')] } });
const mounted = (hostPath: HostPath): Parts => ({
  pod: { volumes: [{ name: hostPath.volumeName, hostPath: hostPath._source(PLATFORM) }] as Volume[] },
  container: { volumeMounts: [hostPath._mount()] },
});
const expression = (make: () => NodeExpression): Parts => ({ pod: NodePlacement.everyNode({ required: [NodeTerm.all(make())] })._toWire(PLATFORM) });

/** Each makes parts of a DaemonSet from arbitrary arguments, or throws because a value refuses them. */
const VALUES: { readonly [value: string]: fc.Arbitrary<() => Parts> } = {
  'HostPath': fc.tuple(path, fc.boolean(), fc.record({
    mountPath: maybe(path),
    type: maybe(fc.constantFrom(...Object.values(HostPathType))),
    propagation: maybe(fc.constantFrom(MountPropagation.NONE, MountPropagation.HOST_TO_CONTAINER)),
    subPath: maybe(path),
    subPathExpr: maybe(path),
    volumeName: maybe(word),
  })).map(([where, readOnly, options]) => () => mounted(readOnly ? HostPath.readOnly(where, options) : HostPath.readWrite(where, options))),
  'HostPath with recursiveReadOnly': fc.tuple(fc.boolean(), fc.constantFrom(...Object.values(RecursiveReadOnly)))
    .map(([readOnly, recursiveReadOnly]) => () => mounted(readOnly ? HostPath.readOnly('/a', { recursiveReadOnly }) : HostPath.readWrite('/a', { recursiveReadOnly }))),
  'ContainerPort': fc.tuple(fc.constantFrom('tcp', 'udp', 'sctp'), number, maybe(word), maybe(number))
    .map(([kind, port, name, hostPort]) => () => ({ container: { ports: [ContainerPort[kind as 'tcp'](port, { name, hostPort })._toWire()] } })),
  'EnvValue.field': word.chain(text => fc.constantFrom(text, 'spec.nodeName', 'status.podIPs', `metadata.labels['${text}']`, 'metadata.labels', 'status.phase'))
    .map(field => () => ({ container: { env: [EnvValue.field(field)._toWire('A')] } })),
  'EnvValue.resource': fc.tuple(fc.constantFrom('limits.cpu', 'requests.memory', 'limits.hugepages-2Mi', 'limits.gpu', 'cpu'), maybe(fc.oneof(quantity, fc.constantFrom('1m', '1Mi'))))
    .map(([resource, divisor]) => () => ({ container: { env: [EnvValue.resource(resource, { divisor })._toWire('A')] } })),
  'EnvValue.configMap': fc.tuple(word, word).map(([name, key]) => () => ({ container: { env: [EnvValue.configMap(name, key)._toWire('A')] } })),
  'SecretValue': fc.tuple(word, word).map(([name, key]) => () => ({ container: { env: [EnvValue.secret(SecretValue.key(name, key))._toWire('A')] } })),
  'EnvFrom': fc.tuple(word, fc.boolean()).map(([name, secret]) => () => ({ container: { envFrom: [(secret ? EnvFrom.secret(name) : EnvFrom.configMap(name))._toWire()] } })),
  'Toleration': fc.record({
    key: maybe(word),
    operator: maybe(fc.constantFrom(...Object.values(TolerationOperator))),
    value: maybe(word),
    effect: maybe(fc.constantFrom(...Object.values(TaintEffect))),
    tolerationSeconds: maybe(fc.integer()),
  }).map(fields => () => ({ pod: { tolerations: [Toleration.of(fields)._toWire()] } })),
  'NodeExpression.in': fc.tuple(word, fc.array(word, { maxLength: 3 })).map(([key, values]) => () => expression(() => NodeExpression.in(key, ...values))),
  'NodeExpression.exists': word.map(key => () => expression(() => NodeExpression.exists(key))),
  'NodeExpression.greaterThan': fc.tuple(word, number).map(([key, value]) => () => expression(() => NodeExpression.greaterThan(key, value))),
  'NodeTerm.of': fc.tuple(fc.constantFrom('metadata.name', 'metadata.namespace'), word).map(([field, name]) => () => ({
    pod: NodePlacement.exactly({ required: [NodeTerm.of({ matchFields: [NodeExpression.in(field, name)] })] })._toWire(PLATFORM),
  })),
  'NodePlacement': fc.tuple(word, word, number).map(([label, value, weight]) => () => ({
    pod: NodePlacement.workers({ nodeSelector: { [label]: value }, preferred: [{ weight, term: NodeTerm.all(NodeExpression.exists('a')) }] })._toWire(PLATFORM),
  })),
  'PodAffinityTerm': fc.tuple(word, word, word).map(([topologyKey, label, value]) => () => ({
    pod: NodePlacement.exactly({
      podAffinity: { required: [PodAffinityTerm.of({ topologyKey, labelSelector: { matchExpressions: [LabelExpression.in(label, value)] } })] },
    })._toWire(PLATFORM),
  })),
  'UpdateStrategy': fc.tuple(maybe(fc.oneof(number.map(String), number.map(n => `${n}%`), word)), maybe(fc.oneof(number.map(String), number.map(n => `${n}%`))))
    .map(([maxUnavailable, maxSurge]) => () => ({ updateStrategy: UpdateStrategy.rollingUpdate({ maxUnavailable, maxSurge })._toWire() })),
  'NodePriority': word.map(name => () => ({ pod: { priorityClassName: NodePriority.custom(name).className } })),
  'Probe': fc.tuple(maybe(number), maybe(fc.constantFrom('http', 'a-b')), number, number, number)
    .map(([port, portName, initialDelaySeconds, periodSeconds, failureThreshold]) => () => ({
      container: { readinessProbe: Probe.httpGet('/', { port, portName, initialDelaySeconds, periodSeconds, failureThreshold })._toWire() },
    })),
  'Probe.exec': fc.array(fc.string(), { maxLength: 2 }).map(command => () => ({ container: { livenessProbe: Probe.exec(command)._toWire() } })),
  'Probe.grpc': number.map(port => () => ({ container: { startupProbe: Probe.grpc(port)._toWire() } })),
  'LifecycleHook.sleep': fc.integer({ min: -5, max: 30 }).map(seconds => () => ({ container: { lifecycle: { preStop: LifecycleHook.sleep(seconds)._toWire() } } })),
  'SecurityContext': fc.tuple(maybe(number), maybe(number), fc.array(fc.constantFrom('NET_ADMIN', 'CAP_CHOWN', 'ALL', 'net_admin', 'FLY')), fc.boolean())
    .map(([runAsUser, runAsGroup, add, privileged]) => () => ({
      container: { securityContext: SecurityContext.of({ runAsUser, runAsGroup, capabilities: { add }, privileged })._toWire() },
    })),
  'SeccompProfile': path.map(profile => () => ({ container: { securityContext: { seccompProfile: SeccompProfile.localhost(profile)._toWire() } } })),
  'AppArmorProfile': word.map(profile => () => ({ container: { securityContext: { appArmorProfile: AppArmorProfile.localhost(profile)._toWire() } } })),
  'ContainerRestartRule': fc.array(number, { maxLength: 3 })
    .map(codes => () => ({ container: { restartPolicy: 'Never', restartPolicyRules: [ContainerRestartRule.restartOn(...new Set(codes))._toWire()] } })),
  'VolumeSource.emptyDir': quantity.map(sizeLimit => () => volume(VolumeSource.emptyDir({ sizeLimit }))),
  'VolumeSource.hostPath': path.map(where => () => volume(VolumeSource.hostPath(where))),
  'VolumeSource.configMap': fc.tuple(word, path, fc.constantFrom(0, 0o400, 0o777, 0o1000, 0.5)).map(([key, file, mode]) => () =>
    volume(VolumeSource.configMap('agent', { items: [{ key, path: file, mode }], defaultMode: mode }))),
  'VolumeSource.secret': fc.tuple(word, number).map(([name, defaultMode]) => () => volume(VolumeSource.secret(name, { defaultMode }))),
  'VolumeSource.csi': word.map(driver => () => volume(VolumeSource.csi(driver))),
  'VolumeSource.persistentVolumeClaim': word.map(name => () => volume(VolumeSource.persistentVolumeClaim(name))),
  'VolumeSource.nfs': path.map(where => () => volume(VolumeSource.nfs({ server: 'nfs', path: where }))),
  'DownwardApiFile': fc.tuple(path, fc.constantFrom('metadata.labels', 'metadata.name', 'spec.nodeName', "metadata.annotations['a']"), number)
    .map(([file, field, mode]) => () => volume(VolumeSource.downwardApi([DownwardApiFile.field(file, field, { mode })]))),
  'ProjectedSource.serviceAccountToken': fc.tuple(path, number).map(([file, expirationSeconds]) => () =>
    volume(VolumeSource.projected([ProjectedSource.serviceAccountToken(file, { expirationSeconds })]))),
  'ConfigFile': fc.tuple(path, maybe(word), maybe(number)).map(([file, key, mode]) => () => {
    const config = ConfigFile.text(file, 'text', { key, mode });
    return {
      ...volume(VolumeSource.configMap('config', { items: [{ key: config.key, path: config.fileName, mode: config._mode }] })),
      container: { volumeMounts: [{ name: 'volume', mountPath: config.directory }] },
    };
  }),
  'LabelExpression': fc.tuple(word, fc.array(word, { maxLength: 2 })).map(([key, values]) => () => ({
    pod: {
      topologySpreadConstraints: [{
        maxSkew: 1, topologyKey: 'a', whenUnsatisfiable: 'DoNotSchedule', labelSelector: toLabelSelector({ matchExpressions: [LabelExpression.notIn(key, ...values)] }),
      }],
    },
  })),
};

test.each(Object.entries(VALUES))('Kubernetes accepts whatever %s accepts', (_value, arbitrary) => {
  let accepted = 0;
  const takes = fc.property(arbitrary, make => {
    let parts: Parts;
    try {
      parts = make();
    } catch (error) {
      expect((error as Error).message).toMatch(/ must be .*, got /s);
      return;
    }
    accepted++;
    expect(refusals(parts)).toEqual([]);
  });
  // Of some values few random ones are right: a run without any says nothing.
  for (let round = 0; round < 20 && accepted === 0; round++) {
    fc.assert(takes, { numRuns: 300 });
  }
  expect(accepted).toBeGreaterThan(0);
});
