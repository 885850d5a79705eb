import { leaveAttention } from '../journal/attention.ts';
import type { SupervisorContext } from './context.ts';

/**
 * Leaves the file that hooks read, unless that would take more than a fiftieth of the time: a long queue makes it a
 * long file, and what has changed since the last one a hook can read from the journal itself.
 * @param isResting nobody may look again for long
 */
export function keepAttention(context: SupervisorContext, isResting: boolean): void {
  const from = context.clock().monotonic;
  const { notBefore } = KEPT.get(context) ?? { notBefore: 0 };
  if (!isResting && from < notBefore) return;
  leaveAttention(context.journal);
  const until = context.clock().monotonic;
  KEPT.set(context, { notBefore: until + (until - from) * SHARE });
}

const SHARE = 50;
const KEPT = new WeakMap<SupervisorContext, { readonly notBefore: number }>();
