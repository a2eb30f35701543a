import type { Problem } from './problem';

/** The value of a document, and what is wrong with it although it can be read. */
export interface Reading {
  readonly value: unknown;
  readonly problems: Problem[];
}

/** How deep objects and lists may lie in each other. */
export const DEEPEST = 1000;
