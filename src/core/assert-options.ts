import { NodeDaemonOptions } from './node-daemon-options';
import { DaemonSettings } from './settings';
import { isDnsLabel, isDnsSubdomain, isLabelValue, isQualifiedName } from '../host/formats';
import { invalid } from '../host/invalid';

const OBJECT_NAME = "at most 253 of a-z, 0-9, '-' and '.', with a letter or digit at both ends";
const LABEL_KEY = "a label key such as 'example.com/name'";
const LABEL_VALUE = "at most 63 of A-Z, a-z, 0-9, '-', '_' and '.', with a letter or digit at both ends";

/** Refuses names, labels and annotations that Kubernetes refuses, before an object carries them. */
export function assertOptions(options: NodeDaemonOptions, settings: DaemonSettings): void {
  const { name, configMapName, serviceAccountName, imagePullSecrets = [], runtimeClassName, component, service, selector, podMetadata } = options;
  for (const [prop, value] of Object.entries({ name, configMapName, serviceAccountName, runtimeClassName })) {
    assertName(prop, value);
  }
  imagePullSecrets.forEach(secret => assertName('imagePullSecrets', secret));
  if (service?.name !== undefined && !isDnsLabel(service.name)) {
    throw invalid('name of the Service', "at most 63 of a-z, 0-9 and '-', with a letter or digit at both ends", service.name);
  }
  if (component !== undefined && !isLabelValue(component)) {
    throw invalid('component', LABEL_VALUE, component);
  }
  assertLabels('labels', settings.labels);
  assertLabels('labels of the pods', podMetadata?.labels);
  assertLabels('selector', selector?.matchLabels);
  assertLabels('labels of the Service', service?.labels);
  assertAnnotations('annotations', settings.annotations);
  assertAnnotations('annotations of the pods', podMetadata?.annotations);
  assertAnnotations('annotations of the Service', service?.annotations);
  assertAnnotations('annotations of the ServiceAccount', settings.serviceAccountAnnotations);
}

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

function assertName(prop: string, name: string | undefined): void {
  if (name !== undefined && !isDnsSubdomain(name)) {
    throw invalid(prop, OBJECT_NAME, name);
  }
}
