/** What was asked for cannot be done, and the repair, in one line. */
export class UsageError extends Error {}
