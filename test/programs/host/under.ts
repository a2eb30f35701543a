/** Small files in one folder, a line each. */
export function under(folder: string, files: { readonly [name: string]: string }): { [path: string]: string } {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, `${text}\n`]));
}
