import type { Redactor } from '../../src/observe/redact.ts';

/*
 * Takes the place of `src/observe/redact.ts`: simulated workers know no secrets, and looking for some is most of the work.
 */

export const redact: Redactor = (text) => text;

export function createRedactor(): Redactor {
  return redact;
}

export function redactValue<T>(value: T): T {
  return value;
}

export function secretEnvironmentValues(): string[] {
  return [];
}

export function holdsSecret(): string | null {
  return null;
}
