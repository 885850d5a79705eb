import { closeSegment } from '../journal/close-segment.ts';
import type { SupervisorContext } from './context.ts';

let saidWhy: string | null = null;

/** Closes the journal where it has grown long, in a quiet moment. What keeps it from that is said once. */
export async function closeLongJournal(context: SupervisorContext): Promise<void> {
  const { segmentBytesMax: bytesMax } = await context.settings();
  const closed = await closeSegment(context.journal, context, { bytesMax, epoch: context.epoch });
  if (closed.ok) {
    if (closed.value !== null) context.log(`the journal was closed and goes on anew: ${closed.value}`);
  } else if (saidWhy !== closed.failure.message) {
    saidWhy = closed.failure.message;
    context.log(`the journal cannot be closed: ${saidWhy}`);
  }
}
