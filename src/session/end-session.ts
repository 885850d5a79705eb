import { readAttention } from '../journal/attention.ts';
import type { VerbContext } from '../verbs/context.ts';
import { revive } from '../verbs/revive.ts';

/** SessionEnd: open work goes on without the session, so somebody must be watching it. */
export async function endSession(context: VerbContext): Promise<void> {
  const read = await readAttention(context.journal);
  if (read.ok) await revive(context, read.value);
}
