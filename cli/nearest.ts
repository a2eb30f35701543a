/** The repair for a word that is none of those that are allowed: the nearest one, where one is near. */
export function didYouMean(word: string, allowed: readonly string[]): string {
  const [nearest] = allowed
    .map(candidate => ({ candidate, edits: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, edits }) => edits <= Math.max(1, Math.floor(candidate.length / 3)))
    .sort((a, b) => a.edits - b.edits);
  return nearest === undefined ? '' : `: did you mean '${nearest.candidate}'?`;
}

/** `'text', 'json' or 'sarif'` */
export function oneOf(words: readonly string[]): string {
  const quoted = words.map(word => `'${word}'`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}

/** How many letters have to be changed, added, taken out or swapped with the next; a long word is near nothing. */
function distance(from: string, to: string): number {
  if (Math.abs(from.length - to.length) > 8) {
    return Infinity;
  }
  const rows = [Array.from({ length: to.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= from.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= to.length; j++) {
      const isSwapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      rows[i].push(Math.min(
        rows[i - 1][j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1),
        rows[i - 1][j] + 1,
        rows[i][j - 1] + 1,
        isSwapped ? rows[i - 2][j - 2] + 1 : Infinity,
      ));
    }
  }
  return rows[from.length][to.length];
}
