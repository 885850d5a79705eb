import type { SecretShape } from '../../src/observe/secret-shapes.ts';

/*
 * Takes the place of `src/observe/secret-shapes.ts`: simulated workers know no secrets, and looking for some would be most
 * of the work.
 */

export const SECRET_SHAPES: readonly SecretShape[] = [];

export function startsWord(): boolean {
  return true;
}
