import type { FieldError } from '../field-error';
import { forbidden, invalid, invalidEach, notSupported, required, tooLong } from '../field-error';
import type { FieldPath } from '../field-path';
import { qualifiedName } from '../label-format';
import { validateLabelSelector } from '../label-selector';
import { clusterTrustBundleName, isKubernetesSigner, validateSignerName } from '../signer-name';
import { byteLength } from '../text-length';
import { requireText, validateVolumePath } from './shared';
import { validateDefaults, validateDownwardFile, validateKeysToPaths, validateUser } from './volume-files';
import type {
  ClusterTrustBundleProjection, PodCertificateProjection, ProjectedVolumeSource, ServiceAccountTokenProjection,
} from '../wire/projected-volume';

const KEY_TYPES = ['RSA3072', 'RSA4096', 'ECDSAP256', 'ECDSAP384', 'ECDSAP521', 'ED25519'];
const DAY = 24 * 60 * 60;
const MAX_ANNOTATIONS = 256 * 1024;

/** Adds what is wrong with a volume that puts several sources into one directory. */
export function validateProjected(volume: ProjectedVolumeSource, at: FieldPath, errors: FieldError[]): void {
  validateDefaults(volume, at, errors);
  const paths = new Set<string>();
  const claim = (path: string, value: string) => {
    if (paths.has(path)) { errors.push(invalid(at, value, 'conflicting duplicate paths')); }
    paths.add(path);
  };
  for (const [i, source] of (volume.sources ?? []).entries()) {
    const above = at.child('sources').index(i);
    for (const key of ['secret', 'configMap'] as const) {
      const projection = source[key];
      if (projection === undefined) { continue; }
      const { name = '', items = [] } = projection;
      requireText(name, above.child(key), 'name', errors);
      validateKeysToPaths(items, above.child(key).child('items'), errors);
      for (const { path } of items) { if (path) { claim(path, name); } }
    }
    for (const file of source.downwardAPI?.items ?? []) {
      validateDownwardFile(file, above.child('downwardAPI'), errors);
      if (file.path) { claim(file.path, file.path); }
    }
    if (source.serviceAccountToken) { validateToken(source.serviceAccountToken, above.child('serviceAccountToken'), at, errors); }
    if (source.clusterTrustBundle) {
      validateTrustBundle(source.clusterTrustBundle, above.child('clusterTrustBundle'), errors);
      claim(source.clusterTrustBundle.path ?? '', source.clusterTrustBundle.path ?? '');
    }
    if (source.podCertificate) { validateCertificate(source.podCertificate, above.child('podCertificate'), claim, errors); }
    if (Object.values(source).filter((one) => one !== undefined).length > 1) {
      errors.push(forbidden(above, 'may not specify more than 1 volume type per source'));
    }
  }
}

/** The server reports the path of a token at the volume. */
function validateToken({ expirationSeconds, path, user }: ServiceAccountTokenProjection, at: FieldPath, volume: FieldPath, errors: FieldError[]): void {
  if (expirationSeconds === undefined) {
    errors.push(required(at.child('expirationSeconds')));
  } else if (expirationSeconds < 600) {
    errors.push(invalid(at.child('expirationSeconds'), expirationSeconds, 'may not specify a duration less than 10 minutes'));
  } else if (expirationSeconds > 2 ** 32) {
    errors.push(invalid(at.child('expirationSeconds'), expirationSeconds, 'may not specify a duration larger than 2^32 seconds'));
  }
  requireText(path, volume, 'path', errors);
  if (path) { validateVolumePath(path, volume.child('path'), errors); }
  validateUser(user, at, 'user', errors);
}

function validateTrustBundle(bundle: ClusterTrustBundleProjection, at: FieldPath, errors: FieldError[]): void {
  const { name, signerName, labelSelector, path = '' } = bundle;
  if (name !== undefined && signerName !== undefined) {
    errors.push(invalid(at, bundle, 'only one of name and signerName may be used'));
  } else if (name !== undefined) {
    if (name === '') { errors.push(required(at.child('name'), 'must be a valid object name')); }
    invalidEach(errors, at.child('name'), name, clusterTrustBundleName(name).map((message) => `not a valid clustertrustbundlename: ${message}`));
    if (labelSelector !== undefined) {
      errors.push(invalid(at.child('labelSelector'), labelSelector, 'labelSelector must be unset if name is specified'));
    }
  } else if (signerName !== undefined) {
    if (signerName === '') { errors.push(required(at.child('signerName'), 'must be a valid signer name')); }
    validateSignerName(signerName, at.child('signerName'), errors);
    validateLabelSelector(labelSelector, at.child('labelSelector'), errors);
  } else {
    errors.push(required(at, 'either name or signerName must be specified'));
  }
  requireText(path, at, 'path', errors);
  validateUser(bundle.user, at, 'user', errors);
  validateVolumePath(path, at.child('path'), errors);
}

function validateCertificate(
  certificate: PodCertificateProjection, at: FieldPath, claim: (path: string, value: string) => void, errors: FieldError[],
): void {
  const { signerName = '', keyType, maxExpirationSeconds: seconds, userAnnotations } = certificate;
  validateSignerName(signerName, at.child('signerName'), errors);
  if (userAnnotations) { validateUserAnnotations(userAnnotations, at.child('userAnnotations'), errors); }
  validateUser(certificate.user, at, 'user', errors);
  if (!KEY_TYPES.includes(keyType)) {
    errors.push(notSupported(at.child('keyType'), keyType ?? '', KEY_TYPES));
  }
  if (seconds !== undefined) {
    const max = isKubernetesSigner(signerName) ? DAY : 91 * DAY;
    const field = at.child('maxExpirationSeconds');
    if (seconds < 3600) { errors.push(invalid(field, seconds, 'if provided, maxExpirationSeconds must be >= 3600')); }
    if (seconds > max) { errors.push(invalid(field, seconds, `if provided, maxExpirationSeconds must be <= ${max}`)); }
  }
  let found = false;
  for (const key of ['credentialBundlePath', 'keyPath', 'certificateChainPath'] as const) {
    const path = certificate[key];
    if (!path) { continue; }
    found = true;
    validateVolumePath(path, at.child(key), errors);
    claim(path, path);
  }
  if (!found) { errors.push(required(at, 'specify at least one of credentialBundlePath, keyPath, and certificateChainPath')); }
}

function validateUserAnnotations(annotations: Record<string, string>, at: FieldPath, errors: FieldError[]): void {
  let bytes = 0;
  for (const key in annotations) {
    bytes += byteLength(key) + byteLength(annotations[key]);
    const lower = key.toLowerCase();
    if (lower === '') {
      errors.push(required(at));
      continue;
    }
    const messages = qualifiedName(lower);
    invalidEach(errors, at, lower, messages);
    if (messages.length === 0 && !lower.includes('/')) {
      errors.push(invalid(at, lower, 'must be a domain-prefixed key (such as "acme.io/foo")'));
    }
  }
  if (bytes > MAX_ANNOTATIONS) { errors.push(tooLong(at, MAX_ANNOTATIONS)); }
}
