/** The list with every element replaced; the same list when no element changed. */
export function mapChanged<T>(list: T[], replace: (element: T) => T): T[] {
  let result = list;
  for (let i = 0; i < list.length; i++) {
    const element = replace(list[i]);
    if (element === list[i]) { continue; }
    if (result === list) { result = [...list]; }
    result[i] = element;
  }
  return result;
}
