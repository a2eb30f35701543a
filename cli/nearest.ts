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

/** How many letters have to be changed, added or taken out; a long word is near nothing. */
function distance(from: string, to: string): number {
  if (Math.abs(from.length - to.length) > 8) {
    return Infinity;
  }
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  [...from].forEach((letter, i) => {
    const next = [i + 1];
    for (let j = 0; j < to.length; j++) {
      next.push(Math.min(row[j] + (letter === to[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1));
    }
    row = next;
  });
  return row[to.length];
}
