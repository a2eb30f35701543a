import { readJsonLines } from './json-lines';
import type { Lines } from './lines';
import { Unreadable } from './problem';
import type { Reading } from './reading';
import { DEEPEST } from './reading';

/** A document of JSON, of which it is known that it is some. */
export function readJson(text: string, line: number, lines?: Lines): Reading {
  const value: unknown = JSON.parse(text);
  const keys = countKeys(value, line);
  // JSON.parse drops a key that stands there twice without a word.
  return keys === countColons(text) && lines === undefined ? { value, problems: [] } : readJsonLines(text, line, lines);
}

function countKeys(value: unknown, line: number): number {
  let count = 0;
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) { throw new Unreadable(line, 'objects and lists lie too deep in each other'); }
    const next: unknown[] = [];
    for (const each of level) {
      if (typeof each === 'number' && !Number.isFinite(each)) { throw new Unreadable(line, 'a number is too large'); }
      if (typeof each !== 'object' || each === null) { continue; }
      const members = Object.values(each);
      if (!Array.isArray(each)) { count += members.length; }
      for (const member of members) { next.push(member); }
    }
    level = next;
  }
  return count;
}

function countColons(text: string): number {
  let count = 0;
  for (const [token] of text.matchAll(/:|"[^"\\]*(?:\\.[^"\\]*)*"/gs)) { if (token === ':') { count++; } }
  return count;
}
