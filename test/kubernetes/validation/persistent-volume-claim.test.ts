import { refuses, withPod } from '../refusals';

describe('persistent volume claim', () => {
  refuses('a template without access modes', withPod({
    volumes: [{ name: 'a', ephemeral: { volumeClaimTemplate: { spec: { resources: { requests: { storage: '1Gi' } } } } } }],
  }), [
    'FieldValueRequired spec.template.spec.volumes[0].ephemeral.volumeClaimTemplate.spec.accessModes: at least 1 access mode is required',
  ]);
  refuses('a template without a size', withPod({
    volumes: [{ name: 'a', ephemeral: { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'] } } } }],
  }), [
    'FieldValueRequired spec.template.spec.volumes[0].ephemeral.volumeClaimTemplate.spec.resources[storage]',
  ]);
  refuses('an exclusive mode with another', withPod({
    volumes: [{
      name: 'a',
      ephemeral: {
        volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOncePod', 'ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } },
      },
    }],
  }), [
    'FieldValueForbidden spec.template.spec.volumes[0].ephemeral.volumeClaimTemplate.spec.accessModes: may not use ReadWriteOncePod with other access modes',
  ]);
  refuses('a size of zero', withPod({
    volumes: [{
      name: 'a',
      ephemeral: { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '0' } } } } },
    }],
  }), [
    'FieldValueInvalid spec.template.spec.volumes[0].ephemeral.volumeClaimTemplate.spec.resources[storage]: must be greater than zero',
  ]);
  refuses('no template', withPod({ volumes: [{ name: 'a', ephemeral: {} }] }), [
    'FieldValueRequired spec.template.spec.volumes[0].ephemeral.volumeClaimTemplate',
  ]);
});
