const expected = new Set<string>();

/**
 * Says at the top of a test file that Kubernetes is to refuse an object, so that its verdict is no mistake.
 *
 * @param objects such as `DaemonSet agents/agent`
 */
export function expectRefusal(...objects: string[]): void {
  objects.forEach(object => expected.add(object));
}

/** Whether the test file said so. */
export function isExpectedRefusal(object: string): boolean {
  return expected.has(object);
}
