import { DaemonFacts } from '../../src/analysis/daemon-facts';
import { Finding } from '../../src/analysis/finding';
import { NamespaceFacts } from '../../src/analysis/pod-security-facts';
import { BadInput } from '../read/bad-input';

/** A finding and where its field stands. */
export interface LocatedFinding extends Finding {
  readonly file: string;
  readonly document: number;
  readonly line?: number;
  /** Whether its reason stands in the configuration file, not in the manifest. */
  readonly isAcknowledgedBeside?: boolean;
}

/** What is true of what was analysed. */
export interface Facts {
  readonly daemons: readonly (Omit<DaemonFacts, 'position'> & { readonly file: string; readonly document: number; readonly line?: number })[];
  readonly namespaces: readonly NamespaceFacts[];
}

/** What `check` has to say. */
export interface Report {
  readonly findings: readonly LocatedFinding[];
  readonly badInput: readonly BadInput[];
  /** How many objects were analysed. */
  readonly objects: number;
  /** Only where they are asked for, since they take time. */
  readonly facts?: Facts;
}
