import type { Hash } from 'node:crypto';

/*
 * Takes the place of `node:crypto`: the same hashes, and random bytes that come again.
 */

const real = process.getBuiltinModule('node:crypto');

export const hash = real.hash;

export function createHash(algorithm: string): Hash {
  return real.createHash(algorithm);
}

let drawn = 0;

/** Bytes for names of temporary files: each another, and nothing depends on them. */
export function randomBytes(count: number): Buffer {
  drawn += 1;
  const bytes = Buffer.alloc(count);
  bytes.writeUInt32BE(drawn, Math.max(0, count - 4));
  return bytes;
}
