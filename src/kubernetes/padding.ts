// What Unicode calls separators, in full: for \p{Z} each start would load tables, when V8 reads the literal.
const padding = /^[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]|[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/;
const blanks = /^[ \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+|[ \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/g;

/** Whether a text begins or ends with white space, as Unicode and Go define it. */
export function isPadded(text: string): boolean {
  return padding.test(text);
}

/** A text without the white space around it, but for tabs and line breaks. */
export function withoutBlanks(text: string): string {
  return text.replace(blanks, '');
}
