export const FORMATS = ['text', 'json', 'sarif', 'github'] as const;
export const FAIL_ON = ['error', 'warning'] as const;

export type Format = typeof FORMATS[number];

/** The options of `check`, as the command line has them. */
export interface CheckOptions {
  readonly cluster?: string;
  readonly baseline?: string;
  readonly kubernetesVersion?: string;
  readonly format: Format;
  readonly failOn: typeof FAIL_ON[number];
  readonly ignore?: readonly string[];
  readonly config?: string;
}
