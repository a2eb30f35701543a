/** A path without what does not matter to it: `/var//log/./` is `/var/log`. */
export function cleanPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') {
      parts.pop();
    } else if (part !== '' && part !== '.') {
      parts.push(part);
    }
  }
  return `${path.startsWith('/') ? '/' : ''}${parts.join('/')}`;
}

/** The last name of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The directory of a file. */
export function directoryOf(file: string): string {
  return file.replace(/\/[^/]*$/, '') || '/';
}
