import { LogAgentOptions } from '../log/agent-options';

/** How sure Alloy's makers are of what its configuration may use. */
export enum AlloyStability {
  /** What stays as it is. */
  GENERALLY_AVAILABLE = 'generally-available',
  /** That, and what is nearly there. */
  PUBLIC_PREVIEW = 'public-preview',
  /** Everything. */
  EXPERIMENTAL = 'experimental',
}

/**
 * Grafana Alloy. Raw parts are text in its language: a source forwards to `loki.process.source_ID.receiver`, a filter is stages of
 * `loki.process`, and a sink has a component that exports a receiver of lines, which bears the id as its label. In labels, `-` of an id is `_`.
 */
export interface AlloyOptions extends LogAgentOptions {
  /**
   * What raw parts and `text` may use. With EXPERIMENTAL, buffers of Loki may have a size.
   *
   * @default AlloyStability.GENERALLY_AVAILABLE
   */
  readonly stability?: AlloyStability;

  /**
   * Whether raw parts and `text` may use components of the community.
   *
   * @default false
   */
  readonly communityComponents?: boolean;

  /**
   * Further blocks of its configuration, such as `logging { level = "warn" }`.
   *
   * @default - none
   */
  readonly text?: string;
}
