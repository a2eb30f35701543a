export { version as VERSION } from '../package.json';

export const NAME = 'node-daemons';
export const REPOSITORY = 'https://github.com/cdk8s-node-daemons/cdk8s-node-daemons';

/** Where the documentation of a check stands. */
export function pageOf(id: string): string {
  return `${REPOSITORY}/blob/main/docs/checks.md#${id.toLowerCase()}`;
}
