import { formatCost, formatCount } from '../domain/units.ts';

/** What a person allows for all tasks of a day, over all projects. Undefined: no limit. */
export interface DailyLimits {
  readonly budgetUsd: number | undefined;
  readonly tokens: number | undefined;
}

/** One ended attempt in the ledger of a day. */
export interface LedgerLine {
  readonly at: string;
  readonly task_id: string;
  readonly attempt: number;
  readonly project: string;
  readonly agent: string;
  readonly cost_usd: number;
  readonly tokens: number;
}

/** What the attempts of a day have used together. */
export interface DailyUse {
  readonly costUsd: number;
  readonly tokens: number;
}

/** Adds up a ledger. A line that is no entry counts nothing; the same attempt counts once. */
export function sumLedger(text: string): DailyUse {
  const byAttempt = new Map<string, LedgerLine>();
  for (const line of text.split('\n')) {
    const entry = parseEntry(line);
    if (entry !== null) byAttempt.set(`${entry.project}\n${entry.task_id}\n${entry.attempt}`, entry);
  }
  let [costUsd, tokens] = [0, 0];
  for (const entry of byAttempt.values()) {
    costUsd += entry.cost_usd;
    tokens += entry.tokens;
  }
  return { costUsd, tokens };
}

/** Which limit of the day is spent, in words with its figure; null while there is something left. */
export function spentWords(use: DailyUse, limits: DailyLimits): string | null {
  const { budgetUsd, tokens } = limits;
  if (budgetUsd !== undefined && use.costUsd >= budgetUsd) {
    return `your daily budget is spent: ${formatCost(use.costUsd)} of ${formatCost(budgetUsd)}`;
  }
  if (tokens !== undefined && use.tokens >= tokens) {
    return `your daily tokens are used: ${formatCount(use.tokens)} of ${formatCount(tokens)}`;
  }
  return null;
}

/** The local day of a ledger, `2026-11-21`. */
export function ledgerDay(now: number): string {
  const date = new Date(now);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** When the next local day begins, in milliseconds since the epoch. */
export function nextDay(now: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime();
}

function parseEntry(line: string): LedgerLine | null {
  try {
    const entry = JSON.parse(line) as LedgerLine;
    const sound = isAmount(entry.cost_usd) && isAmount(entry.tokens) && typeof entry.task_id === 'string';
    return sound ? entry : null;
  } catch {
    return null;
  }
}

function isAmount(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
