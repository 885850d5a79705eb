import { InvalidArgumentError } from 'commander';

/** Reads the value of a flag that counts something. */
export function positiveInteger(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new InvalidArgumentError('It must be a whole number above 0.');
}
