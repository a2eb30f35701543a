import * as fc from 'fast-check';
import { REPAIRS } from './repairs';
import { NUMBERS, QUANTITIES, WORDS } from './words';
import type { Field } from '../../../src/kubernetes/object-type';
import { objectType } from '../../../src/kubernetes/object-type';

/** A plain object. */
export type Json = Record<string, unknown>;

const memo = new Map<string, fc.Arbitrary<Json>>();

/** Objects of a type that the API server mostly takes, with few of its optional fields in each and every one in some. */
export function object(type: string): fc.Arbitrary<Json> {
  let arbitrary = memo.get(type);
  if (arbitrary === undefined) {
    arbitrary = (ONE_OF[type] === undefined ? fields(type, names(type)) : alternatives(type, ONE_OF[type])).map(REPAIRS[type] ?? ((made) => made));
    memo.set(type, arbitrary);
  }
  return arbitrary;
}

/** Objects that hold one of some fields. */
const ONE_OF: Record<string, string[]> = {
  Volume: [...objectType('Volume').fields.keys()].filter((name) => name !== 'name'),
  VolumeProjection: [...objectType('VolumeProjection').fields.keys()],
  Probe: ['exec', 'httpGet', 'tcpSocket', 'grpc'],
  LifecycleHandler: ['exec', 'httpGet', 'tcpSocket', 'sleep'],
  EnvVarSource: [...objectType('EnvVarSource').fields.keys()],
  EnvVar: ['value', 'valueFrom'],
  EnvFromSource: ['configMapRef', 'secretRef'],
  DownwardAPIVolumeFile: ['fieldRef', 'resourceFieldRef'],
  PodResourceClaim: ['resourceClaimName', 'resourceClaimTemplateName'],
  ClusterTrustBundleProjection: ['name', 'signerName'],
  FCVolumeSource: ['targetWWNs', 'wwids'],
  FlockerVolumeSource: ['datasetName', 'datasetUUID'],
};
/** Fields that are nearly always needed though the schema does not say so. */
const NEEDED = new Set([
  'Container.image', 'PodSpec.containers', 'HTTPGetAction.path', 'HTTPGetAction.scheme', 'ExecAction.command', 'SecretVolumeSource.secretName',
  'ConfigMapVolumeSource.name', 'EphemeralVolumeSource.volumeClaimTemplate', 'PersistentVolumeClaimSpec.accessModes', 'CSIVolumeSource.driver',
  'ConfigMapKeySelector.name', 'SecretKeySelector.name', 'ConfigMapEnvSource.name', 'SecretEnvSource.name', 'LocalObjectReference.name',
  'SecretProjection.name', 'ConfigMapProjection.name', 'ResourceFieldSelector.containerName', 'ImageVolumeSource.reference',
  'ContainerRestartRule.exitCodes', 'ContainerRestartRule.action', 'ContainerRestartRuleOnExitCodes.operator', 'PodDNSConfigOption.name',
  'ScaleIOVolumeSource.volumeName', 'ScaleIOVolumeSource.secretRef', 'StorageOSVolumeSource.volumeName', 'FCVolumeSource.lun',
  'PodCertificateProjection.keyPath', 'EvictionResponder.priority',
]);

function names(type: string): string[] {
  return [...objectType(type).fields.keys()].filter((name) => name !== 'status' && name !== 'managedFields');
}

function alternatives(type: string, choice: string[]): fc.Arbitrary<Json> {
  const others = names(type).filter((name) => !choice.includes(name));
  return fc.constantFrom(...choice).chain((chosen) => fields(type, [...others, chosen], chosen));
}

function fields(type: string, included: string[], required?: string): fc.Arbitrary<Json> {
  const members: Record<string, fc.Arbitrary<unknown>> = {};
  for (const name of included) {
    const field = objectType(type).fields.get(name)!;
    const needed = name === required || NEEDED.has(`${type}.${name}`) || (field.keepsZero && !isPointer(field)) || type.startsWith('DaemonSetSpec');
    const present = value(type, field);
    members[name] = needed ? present : fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 2, arbitrary: present });
  }
  return fc.record(members).map((made) => Object.fromEntries(Object.entries(made).filter(([, member]) => member !== undefined)));
}

function isPointer(field: Field): boolean {
  return !field.written && field.container === '';
}

function value(type: string, field: Field): fc.Arbitrary<unknown> {
  const one = field.object === undefined ? scalar(type, field) : object(field.object);
  if (field.container === '[]') { return fc.array(one, { minLength: 1, maxLength: 2 }); }
  if (field.container === '{}') { return field.scalar === 'q' ? amounts() : fc.dictionary(fc.constantFrom(...KEYS), one, { minKeys: 1, maxKeys: 2 }); }
  return one;
}

/** Amounts of resources that go together. */
function amounts(): fc.Arbitrary<Json> {
  const any = fc.constantFrom<string | number>(...QUANTITIES.filter((text) => !text.startsWith('-')), 1, 0.5);
  return fc.record({
    'cpu': any,
    'memory': any,
    'ephemeral-storage': any,
    'hugepages-2Mi': fc.constantFrom('2Mi', '4Mi', '0'),
    'example.com/gpu': fc.constantFrom<string | number>(1, '2', '1k', '0'),
  }, { requiredKeys: ['cpu'] });
}

const KEYS = ['app', 'example.com/tier', 'zone', 'kubernetes.io/os'];

function scalar(type: string, field: Field): fc.Arbitrary<unknown> {
  const place = `${type}.${field.name}`;
  switch (field.scalar) {
    case 'b': return fc.boolean();
    case 'i':
    case 'l': return fc.constantFrom(...(NUMBERS[place] ?? [0, 1, 100, 256]));
    case 'x': return fc.constantFrom<unknown>(80, 'http', 8080);
    case 'q': return fc.constantFrom<string | number>(...(WORDS[place] ?? QUANTITIES), 1, 0.5);
    case 't': return fc.constantFrom(...(WORDS[place] ?? ['2024-01-01T00:00:00Z']));
    default: return fc.constantFrom(...(WORDS[place] ?? ['a', 'b', 'abc']));
  }
}
