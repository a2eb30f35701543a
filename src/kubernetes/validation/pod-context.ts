import type { PodSpec } from '../wire/pod-spec';
import type { Volume } from '../wire/volume';

/** What the whole of a pod tells the checks of its parts. */
export interface PodContext {
  readonly spec: PodSpec;
  /** The volumes that are not refused themselves, by name. */
  readonly volumes: ReadonlyMap<string, Volume>;
  readonly claims: ReadonlySet<string>;
}

/** A Pod's own metadata, which a template does not have. */
export interface PodMetadata {
  readonly name: string;
  readonly isMirror: boolean;
}
