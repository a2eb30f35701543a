import type { Lines } from './lines';
import type { Reading } from './reading';

const TOKENS = /[{}[\]:,\n]|"[^"\\]*(?:\\.[^"\\]*)*"|[^\s{}[\]:,"]+/gs;

interface Open {
  readonly container: Record<string, unknown> | unknown[];
  key?: string;
}

/** Valid JSON read token by token, which finds lines and keys that are repeated. */
export function readJsonLines(text: string, firstLine: number, lines?: Lines): Reading {
  const reading: { value: unknown; problems: Reading['problems'] } = { value: null, problems: [] };
  const open: Open[] = [];
  let line = firstLine;
  const add = (value: unknown): void => {
    const top = open.at(-1);
    if (top === undefined) {
      reading.value = value;
      if (lines !== undefined) { lines.root = line; }
      return;
    }
    const { container } = top;
    const key = Array.isArray(container) ? String(container.length) : top.key!;
    Object.defineProperty(container, key, { value, enumerable: true, configurable: true, writable: true });
    if (Array.isArray(container)) { lines?.set(container, key, line); }
    delete top.key;
  };
  const name = (top: Open, key: string): void => {
    if (Object.hasOwn(top.container, key)) { reading.problems.push({ line, message: `the key "${key}" stands there twice; Kubernetes takes the last` }); }
    lines?.set(top.container, key, line);
    top.key = key;
  };
  for (const [token] of text.matchAll(TOKENS)) {
    const top = open.at(-1);
    if (token === '\n') {
      line++;
    } else if (token === '{' || token === '[') {
      const container = token === '{' ? {} : [];
      add(container);
      open.push({ container });
    } else if (token === '}' || token === ']') {
      open.pop();
    } else if (token !== ',' && token !== ':') {
      const value: unknown = JSON.parse(token);
      if (top === undefined || Array.isArray(top.container) || top.key !== undefined) { add(value); } else { name(top, value as string); }
    }
  }
  return reading;
}
