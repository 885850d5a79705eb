import { createHash } from 'node:crypto';
import type { Policy } from './policy.ts';

/** Sixteen hex digits that change when anything in the policy that decides changes. */
export function policyHash({ shipped, ...policy }: Policy): string {
  if (shipped !== undefined && policy.blocked === shipped.rules) return shipped.hash;
  return createHash('sha256')
    .update(JSON.stringify(sorted(policy)))
    .digest('hex')
    .slice(0, 16);
}

/** The same value with its keys in order, so that equal policies have equal hashes. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}
