import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DailyLimits, LedgerLine } from '../limits/ledger.ts';
import { ledgerDay, nextDay, spentWords, sumLedger } from '../limits/ledger.ts';
import { usageOf } from '../observe/stream-fold.ts';
import type { WaitReason } from '../scheduler/wait-reason.ts';
import type { SupervisorContext, WatchedAttempt } from './context.ts';

/** Writes what an attempt has used into the person's ledger of the day. One short line in one append is never torn. */
export function enterLedger(context: SupervisorContext, attempt: WatchedAttempt): void {
  const { task, fold } = attempt;
  const usage = usageOf(fold);
  const tokens = usage.input_tokens + usage.output_tokens + usage.cache_write_tokens;
  if (usage.cost_usd === 0 && tokens === 0) return;
  const line: LedgerLine = {
    at: new Date(context.now()).toISOString(),
    task_id: task.id,
    attempt: task.attempt,
    project: context.paths.root,
    agent: task.agent,
    cost_usd: usage.cost_usd,
    tokens,
  };
  try {
    mkdirSync(context.personFolder, { recursive: true, mode: 0o700 });
    appendFileSync(ledgerPath(context), `${JSON.stringify(line)}\n`, { mode: 0o600 });
  } catch (error) {
    context.log(`${task.id}: not in the daily ledger: ${(error as Error).message}`);
  }
}

type LedgerPlace = Pick<SupervisorContext, 'personFolder' | 'now'>;

/** Why nothing that costs may start today; null while the person's limits of the day leave something. */
export function spentToday(context: LedgerPlace, limits: DailyLimits): WaitReason | null {
  if (limits.budgetUsd === undefined && limits.tokens === undefined) return null;
  const words = spentWords(sumLedger(readLedger(context)), limits);
  return words === null ? null : { kind: 'held', words, until: nextDay(context.now()) };
}

function readLedger(context: LedgerPlace): string {
  try {
    return readFileSync(ledgerPath(context), 'utf8');
  } catch {
    return '';
  }
}

function ledgerPath(context: LedgerPlace): string {
  return join(context.personFolder, `ledger-${ledgerDay(context.now())}.jsonl`);
}
