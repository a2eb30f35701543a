import { writeSync } from 'fs';

/** Writes all of a text; a reader that went away, as `head` does, is no error. */
export function write(fd: number, text: string): void {
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(fd, bytes, written);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EAGAIN') {
        if (code === 'EPIPE') { return; }
        throw error;
      }
      // A pipe that does not block is full: its reader needs a moment.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
