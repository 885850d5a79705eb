import type { TestError } from 'vitest';
import { afterEach } from 'vitest';

/*
 * Where a test fails and then its clean-up fails as well, `await using` throws a SuppressedError, which names neither.
 * Reports are to show both: what the test found first.
 */
afterEach(({ task }) => {
  const result = task.result;
  if (result?.errors !== undefined) result.errors = result.errors.flatMap(unfold);
});

function unfold(error: TestError): TestError[] {
  const { error: cleanUp, suppressed: cause } = error as { error?: unknown; suppressed?: unknown };
  if (!isError(cleanUp) || !isError(cause)) return [error];
  return [...unfold(cause), ...unfold(cleanUp)];
}

function isError(value: unknown): value is TestError {
  return typeof value === 'object' && value !== null && 'message' in value;
}
