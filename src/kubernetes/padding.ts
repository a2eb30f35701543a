const padding = /^[\t-\r \u0085\p{Z}]|[\t-\r \u0085\p{Z}]$/u;

/** Whether a text begins or ends with white space, as Unicode and Go define it. */
export function isPadded(text: string): boolean {
  return padding.test(text);
}
