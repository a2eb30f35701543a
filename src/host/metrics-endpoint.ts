import type { SecretValue } from './secret-value';

/** Where a program's metrics are scraped, and what a scraper must bring. */
export interface MetricsEndpoint {
  /** Name of the port. */
  readonly port: string;
  /** Number of the port. */
  readonly number: number;
  /** The path; `/metrics` where it is left out. */
  readonly path?: string;
  readonly scheme?: 'http' | 'https';
  /** Whether its certificate is one that no authority vouches for. */
  readonly isSelfSigned?: boolean;
  /** What it asks of a scraper: nothing, the token of an account that may read the path, or a certificate or password. */
  readonly asks?: 'token' | 'credentials';
  readonly username?: SecretValue;
  readonly password?: SecretValue;
}
