import { refuses, withPod } from '../refusals';

describe('projected', () => {
  refuses('a source of two kinds', withPod({
    volumes: [{ name: 'a', projected: { sources: [{ secret: { name: 's' }, configMap: { name: 'c' } }] } }],
  }), [
    'FieldValueForbidden spec.template.spec.volumes[0].projected.sources[0]: may not specify more than 1 volume type per source',
  ]);
  refuses('two files at one path', withPod({
    volumes: [{
      name: 'a',
      projected: {
        sources: [{ secret: { name: 's', items: [{ key: 'k', path: 'p' }] } }, { configMap: { name: 'c', items: [{ key: 'k', path: 'p' }] } }],
      },
    }],
  }), [
    'FieldValueInvalid spec.template.spec.volumes[0].projected: conflicting duplicate paths',
  ]);
  refuses('a token that expires too soon', withPod({
    volumes: [{ name: 'a', projected: { sources: [{ serviceAccountToken: { path: 't', expirationSeconds: 599 } }] } }],
  }), [
    'FieldValueInvalid spec.template.spec.volumes[0].projected.sources[0].serviceAccountToken.expirationSeconds: may not specify a duration less than 10 minutes',
  ]);
  refuses('a token without a path', withPod({
    volumes: [{ name: 'a', projected: { sources: [{ serviceAccountToken: { path: '' } }] } }],
  }), [
    'FieldValueRequired spec.template.spec.volumes[0].projected.path',
  ]);
  refuses('a trust bundle by name and by signer', withPod({
    volumes: [{ name: 'a', projected: { sources: [{ clusterTrustBundle: { name: 'n', signerName: 'example.com/s', path: 'p' } }] } }],
  }), [
    'FieldValueInvalid spec.template.spec.volumes[0].projected.sources[0].clusterTrustBundle: only one of name and signerName may be used',
  ]);
  refuses('a trust bundle of nobody', withPod({
    volumes: [{ name: 'a', projected: { sources: [{ clusterTrustBundle: { path: 'p' } }] } }],
  }), [
    'FieldValueRequired spec.template.spec.volumes[0].projected.sources[0].clusterTrustBundle: either name or signerName must be specified',
  ]);
  refuses('a certificate with an unknown key', withPod({
    volumes: [{ name: 'a', projected: { sources: [{ podCertificate: { signerName: 'example.com/s', keyType: 'RSA1024', keyPath: 'k' } }] } }],
  }), [
    'FieldValueNotSupported spec.template.spec.volumes[0].projected.sources[0].podCertificate.keyType: supported values: "RSA3072", "RSA4096", "ECDSAP256", "ECDSAP384", "ECDSAP521", "ED25519"',
  ]);
  refuses('a certificate without a file', withPod({
    volumes: [{ name: 'a', projected: { sources: [{ podCertificate: { signerName: 'example.com/s', keyType: 'ED25519' } }] } }],
  }), [
    'FieldValueRequired spec.template.spec.volumes[0].projected.sources[0].podCertificate: specify at least one of credentialBundlePath, keyPath, and certificateChainPath',
  ]);
  refuses('a user of the second kind of source, which no gate drops', withPod({
    volumes: [{
      name: 'a',
      projected: {
        sources: [{
          serviceAccountToken: { path: 't' },
          podCertificate: { signerName: 'example.com/s', keyType: 'ED25519', keyPath: 'k', user: 2147483648 },
        }],
      },
    }],
  }), [
    'FieldValueInvalid spec.template.spec.volumes[0].projected.sources[0].podCertificate.user: must be between 0 and 2147483647, inclusive',
    'FieldValueForbidden spec.template.spec.volumes[0].projected.sources[0]: may not specify more than 1 volume type per source',
  ]);
});
