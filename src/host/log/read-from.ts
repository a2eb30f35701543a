/** Where a source begins at the first start of a collector on a node. Later it goes on where it was. */
export enum ReadFrom {
  /** With what is there already. */
  BEGINNING = 'beginning',
  /** With what comes from now on. Files that appear later are read from their beginning. */
  END = 'end',
}
