/** Waits until something is so, half a minute at most. It looks every so many milliseconds. */
export async function eventually(what: string, isSo: () => boolean | Promise<boolean>, every = 50): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!await isSo()) {
    if (Date.now() > deadline) { throw new Error(`waited in vain until ${what}`); }
    await new Promise(later => setTimeout(later, every));
  }
}
