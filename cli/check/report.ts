import { Finding } from '../../src/analysis/finding';
import { BadInput } from '../read/bad-input';

/** A finding and where its field stands. */
export interface LocatedFinding extends Finding {
  readonly file: string;
  readonly document: number;
  readonly line?: number;
  /** Whether its reason stands in the configuration file, not in the manifest. */
  readonly isAcknowledgedBeside?: boolean;
}

/** What `check` has to say. */
export interface Report {
  readonly findings: readonly LocatedFinding[];
  readonly badInput: readonly BadInput[];
  /** How many objects were analysed. */
  readonly objects: number;
}
