import { readFileSync } from 'fs';

/** A page in which each part between `<!-- NAME -->` and `<!-- /NAME -->` is what the code says. */
export function withGeneratedParts(path: string, parts: { readonly [name: string]: string }): string {
  return Object.entries(parts).reduce((page, [name, text]) => {
    const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [from, to] = [page.indexOf(start), page.indexOf(end)];
    if (from < 0 || to < from) {
      throw new Error(`${path} has no part ${name}: write ${start} and ${end} where it belongs`);
    }
    return `${page.slice(0, from + start.length)}\n\n${text.trim()}\n\n${page.slice(to)}`;
  }, readFileSync(path, 'utf8'));
}

/** A table of Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
