import type { Failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import type { JournalState } from '../domain/state.ts';
import type { Check } from './check.ts';
import { bad, doubtful, good } from './check.ts';

/** Whether the configuration and the policy in it can be used. A broken one refuses every task. */
export function checkConfig(config: Result<{ readonly sources: readonly string[] }>): Check {
  if (!config.ok) return bad('config', config.failure.message, nextOf(config.failure));
  const { sources } = config.value;
  return good(
    'config',
    sources.length === 0 ? 'the defaults, no outloop.yaml' : `valid, ${sources.join(', ')}`,
  );
}

/** Whether the journal can be read, and all of its lines are history. */
export function checkJournal(read: Result<JournalState>, path: string): Check {
  if (!read.ok) return bad('journal', read.failure.message, nextOf(read.failure));
  const { seq, open, invalidLines, unknownRecords } = read.value;
  if (seq === 0 && invalidLines === 0) return good('journal', 'none yet, made with the first task');
  const records = `records: ${seq}, open tasks: ${open.size}`;
  if (invalidLines > 0) {
    return doubtful(
      'journal',
      `${records}, lines that are not part of its history: ${invalidLines}`,
      `Nothing is lost by them. Look at the end of ${path} if the number grows.`,
    );
  }
  if (unknownRecords > 0) {
    return doubtful(
      'journal',
      `${records}, by a newer version of Outloop: ${unknownRecords}`,
      'Update Outloop here, so that all sessions use the same version.',
    );
  }
  return good('journal', records);
}

function nextOf({ hint, code }: Failure): string {
  return hint ?? `Reason: ${code}.`;
}
