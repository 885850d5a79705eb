import { terminateTrees } from '../process/terminate.ts';
import { isEmergency } from '../workspace/emergency-file.ts';
import { treeOf } from './attempt-tree.ts';
import type { SupervisorContext } from './context.ts';
import { beat } from './heartbeat.ts';
import { checkWorker, pumpStream } from './watch-attempt.ts';

const GRACE_MS = 300;

/**
 * What can be done while the journal cannot be read: workers are watched and what exceeds a limit is ended, and in an
 * emergency everything. How it ended is written down once there is a journal again.
 */
export async function watchBlindly(context: SupervisorContext): Promise<void> {
  beat(context);
  const attempts = [...context.running.values()].filter(({ ending }) => !ending);
  for (const attempt of attempts) {
    if (pumpStream(context, attempt)) context.poke();
    if (isEmergency(context.paths)) attempt.endReason ??= 'emergency';
    checkWorker(context, attempt);
  }
  const over = attempts.filter(({ endReason, exit }) => endReason !== null && exit === null);
  await terminateTrees(over.map(treeOf), GRACE_MS, context);
}
