type Cleanup = () => unknown;

const cleanups: Cleanup[] = [];

/** Has something undone when the tests of a file are over, the last first, whether they pass or not. */
export function atEnd(cleanup: Cleanup): void {
  cleanups.push(cleanup);
}

afterAll(async () => {
  while (cleanups.length > 0) {
    await cleanups.pop()!();
  }
});
