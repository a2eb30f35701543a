import type { CheckInfo, Problem } from '../check';

/** A question about an object that replaces another of its name. */
export interface ChangeCheck extends CheckInfo {
  /** Both manifests can be read; a DaemonSet is one of apps/v1. */
  judge(before: any, after: any): readonly Problem[];
}
