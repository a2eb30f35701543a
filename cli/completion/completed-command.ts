/** What a shell offers: these words, files, or nothing, for any text may stand there. */
export type Offer = readonly string[] | 'file' | 'text';

export interface CompletedOption {
  readonly flag: string;
  readonly description: string;
  readonly isRepeatable?: boolean;
  readonly values: Offer;
}

export interface CompletedCommand {
  readonly name: string;
  readonly description: string;
  readonly argument: Offer;
  readonly options: readonly CompletedOption[];
}
