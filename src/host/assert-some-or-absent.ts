import { invalid } from './invalid';

/** Refuses an empty list where Kubernetes takes it for everything: it is more likely one that was computed and came out empty. */
export function assertSomeOrAbsent(what: string, element: string, list: readonly unknown[] | undefined, repair: string): void {
  if (list !== undefined && (!Array.isArray(list) || list.length === 0)) {
    throw invalid(what, `a list with at least one ${element}`, list, repair);
  }
}
