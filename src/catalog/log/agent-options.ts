import { DaemonContainer } from '../../host/daemon-container';

/** What all programs of a LogCollector have. */
export interface LogAgentOptions {
  /**
   * Whatever differs of the container. What you write wins; variables, ports and mounts are added to those of the program.
   *
   * @default - the program's own image, arguments and resources
   */
  readonly container?: DaemonContainer;
}
