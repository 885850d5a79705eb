import type { Failure } from './failure.ts';

/** What an operation that can fail gives back. A bug throws; an expected failure is a value. */
export type Result<T, F = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: F };

/** A success that carries `value`. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** An expected failure as a value. */
export function fail<F = Failure>(failure: F): { readonly ok: false; readonly failure: F } {
  return { ok: false, failure };
}
