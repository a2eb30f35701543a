/** The minor of a version such as `1.34`, `v1.34.2` or `1.34+`; nothing for other text. */
export function minorOf(version: string): number | undefined {
  const minor = /^v?1\.(\d+)(?:[.+-].*)?$/.exec(version)?.[1];
  return minor === undefined ? undefined : Number(minor);
}
