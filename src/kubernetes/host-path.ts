/** Whether a path starts at a root, of Linux or of Windows. */
export function isAbsolutePath(path: string): boolean {
  return /^([/\\]|[A-Za-z]:([/\\]|$))/.test(path);
}

/** One spelling for all paths that mean one place of the node: no drive, no doubled slashes, no `.`, no `/` at the end, `/run` for `/var/run`. */
export function placeOf(path: string): string {
  const clean = path.replace(/^[A-Za-z]:/, '').replace(/[/\\]+/g, '/').replace(/\/\.(?=\/|$)/g, '').replace(/(.)\/$/, '$1') || '/';
  return clean.replace(/^\/var\/run(?=\/|$)/, '/run');
}

/** Whether a place is a directory or something in it. */
export function isWithin(place: string, directory: string): boolean {
  return place === directory || directory === '/' || place.startsWith(`${directory}/`);
}

/** The directories that a place is in, the nearest first. */
export function directoriesOf(place: string): string[] {
  const steps = place.split('/').slice(1, -1);
  return [...steps.map((_, i) => `/${steps.slice(0, steps.length - i).join('/')}`), '/'];
}
