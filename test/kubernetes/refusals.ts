import { admitDaemonSet } from '../../src/kubernetes/admission';
import { admitCompanion } from '../../src/kubernetes/companion-admission';
import type { Companion } from '../../src/kubernetes/decode';
import type { FieldError } from '../../src/kubernetes/field-error';

type Json = Record<string, unknown>;

/** What Kubernetes says of a malformed name or value, in the cases that come up often. */
export const DNS_LABEL = "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with "
  + "an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
export const DNS_SUBDOMAIN = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with "
  + "an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
export const NAME_PART = "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with "
  + "an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
export const LABEL_VALUE = "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with "
  + "an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

/** A DaemonSet that Kubernetes takes, with more metadata. */
export function withMetadata(metadata: Json): Json {
  return { ...withSpec({}), metadata: { name: 'agent', ...metadata } };
}

/** The same with other fields of its spec. */
export function withSpec(spec: Json): Json {
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'agent' },
    spec: { selector: { matchLabels: { app: 'x' } }, template: template({}, {}), ...spec },
  };
}

/** The same with more metadata of its pods. */
export function withPodMetadata(metadata: Json): Json {
  return withSpec({ template: template(metadata, {}) });
}

/** The same with other fields of its pods' spec. */
export function withPod(spec: Json): Json {
  return withSpec({ template: template({}, spec) });
}

/** The same with more fields of its one container. */
export function withContainer(container: Json): Json {
  return withPod({ containers: [{ name: 'c0', image: 'busybox', ...container }] });
}

function template(metadata: Json, spec: Json): Json {
  return { metadata: { labels: { app: 'x' }, ...metadata }, spec: { containers: [{ name: 'c0', image: 'busybox' }], ...spec } };
}

/** Declares a test: that the API server refuses a DaemonSet with exactly these errors, each as `type field: detail`. */
export function refuses(what: string, manifest: Json, errors: readonly string[]): void {
  test(`Kubernetes refuses ${what}`, () => expect(refusal(admitDaemonSet(manifest))).toEqual(errors));
}

/** Declares a test: that the API server refuses an object of another kind with exactly these errors. */
export function refusesCompanion(what: string, kind: Companion, object: Json, errors: readonly string[]): void {
  test(`Kubernetes refuses ${what}`, () => expect(refusal(admitCompanion(kind, { kind, metadata: { name: 'a' }, ...object }))).toEqual(errors));
}

/** Declares a test: that the API server takes a DaemonSet. */
export function takes(what: string, manifest: Json): void {
  test(`Kubernetes takes ${what}`, () => expect(refusal(admitDaemonSet(manifest))).toEqual([]));
}

function refusal({ problems, errors }: { problems: readonly unknown[]; errors: readonly FieldError[] }): string[] {
  expect(problems).toEqual([]);
  return errors.map(({ type, field, detail }) => detail === '' ? `${type} ${field}` : `${type} ${field}: ${detail}`);
}
