/** A list, or nothing where it is empty or absent: an empty list in a manifest only looks like a decision. */
export function listOrNothing<T>(list: readonly T[] | undefined): T[] | undefined {
  return list === undefined || list.length === 0 ? undefined : [...list];
}

/** A map, or nothing where it is empty or absent. */
export function mapOrNothing<T>(map: { readonly [key: string]: T } | undefined): { [key: string]: T } | undefined {
  return map === undefined || Object.keys(map).length === 0 ? undefined : { ...map };
}
