import { Dialect } from './dialect';
import { LogFeature } from './features';

/** What a program can do, and how it is called. */
export interface LogCapability {
  /** Its name, such as `Fluent Bit`. */
  readonly title: string;
  /** How a user chooses it, such as `LogAgent.fluentBit()`. */
  readonly factory: string;
  readonly can: readonly LogFeature[];
  /** What must be known of a feature that it has, in a few words. */
  readonly notes?: { readonly [feature in LogFeature]?: string };
  /** Its regular expressions. */
  readonly dialect: Dialect;
  /** Whether raw parts are settings (its configuration is YAML) or text. */
  readonly raw: 'settings' | 'text';
  /** The directory below /var/lib in which it keeps its state. */
  readonly stateName: string;
  /** How its own container is called, where the user has no name for it. */
  readonly containerName: string;
}
