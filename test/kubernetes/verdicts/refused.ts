const expected = new Set<string>();

/**
 * Says at the top of a test file why Kubernetes is to refuse one of its manifests: that is no mistake, anything else is.
 *
 * @param reasons as a failing test prints them, such as `unknown field "spec.future"` or `spec.selector: field is immutable`
 */
export function expectRefusal(...reasons: string[]): void {
  reasons.forEach(reason => expected.add(reason));
}

/** Whether the test file named this reason. */
export function isExpectedRefusal(reason: string): boolean {
  return expected.has(reason);
}
