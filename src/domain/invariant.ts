/** Throws when something that cannot be is: a bug of ours, never a user's mistake. */
export function invariant(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`Internal error: ${what}`);
}

/** Ends an exhaustive switch: a value that reaches it is a bug, and TypeScript says so first. */
export function unreachable(value: never): never {
  throw new Error(`Internal error: unexpected value ${JSON.stringify(value)}`);
}
