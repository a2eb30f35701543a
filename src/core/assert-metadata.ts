import { isDnsSubdomain, isLabelValue, isQualifiedName } from '../host/formats';
import { invalid } from '../host/invalid';

const OBJECT_NAME = "at most 253 of a-z, 0-9, '-' and '.', with a letter or digit at both ends";
const LABEL_KEY = "a label key such as 'example.com/name'";

/** What a label may say. */
export const LABEL_VALUE = "at most 63 of A-Z, a-z, 0-9, '-', '_' and '.', with a letter or digit at both ends";

/** Refuses a label that Kubernetes refuses. */
export function assertLabels(what: string, labels: { readonly [label: string]: string } = {}): void {
  for (const [label, value] of Object.entries(labels)) {
    if (!isQualifiedName(label)) {
      throw invalid(`key among the ${what}`, LABEL_KEY, label);
    }
    if (!isLabelValue(value)) {
      throw invalid(`value of '${label}' among the ${what}`, LABEL_VALUE, value);
    }
  }
}

/** Refuses an annotation that Kubernetes refuses. */
export function assertAnnotations(what: string, annotations: { readonly [name: string]: string } = {}): void {
  for (const [name, value] of Object.entries(annotations)) {
    // Kubernetes compares these keys in lower case.
    if (!isQualifiedName(name.toLowerCase())) {
      throw invalid(`key among the ${what}`, LABEL_KEY, name);
    }
    if (typeof value !== 'string') {
      throw invalid(`value of '${name}' among the ${what}`, 'text', value, 'put it in quotes');
    }
  }
}

/** Refuses a name that no object may have. */
export function assertName(prop: string, name: string | undefined): void {
  if (name !== undefined && !isDnsSubdomain(name)) {
    throw invalid(prop, OBJECT_NAME, name);
  }
}

/** Refuses a list in which something is no name of a Secret. */
export function assertPullSecrets(secrets: readonly string[] = []): void {
  if (!Array.isArray(secrets)) {
    throw invalid('imagePullSecrets', 'a list of names', secrets, 'put it in brackets');
  }
  for (const secret of secrets) {
    if (!isDnsSubdomain(secret)) {
      throw invalid('imagePullSecrets', `names of ${OBJECT_NAME}`, secret);
    }
  }
}
