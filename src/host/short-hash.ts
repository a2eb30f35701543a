import { createHash } from 'crypto';

/** The first characters of the SHA-256 of a text, in hexadecimal. */
export function shortHash(text: string, length: number = 8): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}
