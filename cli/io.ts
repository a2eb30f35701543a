/** What a command reads and writes, so that a test can stand in for the terminal. */
export interface Io {
  /** The working directory, absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether somebody watches standard output. */
  readonly isTerminal: boolean;
  /** All of standard input. */
  stdin(): Promise<Buffer>;
  stdout(text: string): void;
  stderr(text: string): void;
}
