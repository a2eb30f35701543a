/** The number of bytes of a text in UTF-8, which is how Kubernetes measures every length. */
export function byteLength(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) { continue; }
    // Each half of a surrogate pair adds one byte to its own, which makes four for the pair.
    bytes += unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 1 : 2;
  }
  return bytes;
}

/** Whether a text has more bytes than allowed; counts only when the number of characters leaves it open. */
export function isLongerThan(text: string, maxBytes: number): boolean {
  if (text.length > maxBytes) { return true; }
  return text.length * 3 > maxBytes && byteLength(text) > maxBytes;
}
