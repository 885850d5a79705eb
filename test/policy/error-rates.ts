import { checkTask } from '../../src/policy/check-task.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { type CorpusPart, loadAttempts, loadCorpus } from './corpus/split.ts';
import { loadHeldOut2, loadHeldOutAttempts } from './held-out-2/load.ts';

/** How many texts of one part of the corpus the policy got wrong. Counts only: nobody reads the held-out texts. */
export interface ErrorRates {
  readonly seeds: { readonly all: number; readonly refused: number };
  readonly good: { readonly all: number; readonly refused: number };
  readonly bad: { readonly all: number; readonly accepted: number };
}

interface Entry {
  readonly text: string;
  readonly agent: string | null;
}

/** Runs the policy over one part of the corpus. */
export function measureErrorRates(policy: Policy, part: CorpusPart): ErrorRates {
  return {
    seeds: countRefused(policy, loadCorpus('seeds', 'all')),
    good: countRefused(policy, loadCorpus('good', part)),
    bad: countAccepted(policy, loadAttempts(part)),
  };
}

/** Runs the policy over the ordinary tasks that nobody tunes on. */
export function measureHeldOut2(policy: Policy): ErrorRates['good'] {
  return countRefused(policy, loadHeldOut2());
}

/** Runs the policy over the attempts that nobody tunes on. */
export function measureHeldOutAttempts(policy: Policy): ErrorRates['bad'] {
  return countAccepted(policy, loadHeldOutAttempts());
}

/** Runs the policy over all attempts of the corpus, and once more by category. */
export function measureAttempts(policy: Policy): {
  readonly bad: ErrorRates['bad'];
  readonly byCategory: ReadonlyMap<string, ErrorRates['bad']>;
} {
  const bad = loadAttempts('all');
  const categories = [...new Set(bad.map(({ category }) => category))];
  const byCategory = categories.map((name) => {
    const entries = bad.filter(({ category }) => category === name);
    return [name, countAccepted(policy, entries)] as const;
  });
  return { bad: countAccepted(policy, bad), byCategory: new Map(byCategory) };
}

function countRefused(policy: Policy, entries: readonly Entry[]): { all: number; refused: number } {
  return { all: entries.length, refused: entries.length - countAccepted(policy, entries).accepted };
}

function countAccepted(policy: Policy, entries: readonly Entry[]): { all: number; accepted: number } {
  const accepted = entries.filter(({ agent, text }) => {
    return checkTask({ agent: agent ?? 'orchestrator', text }, policy).ok;
  });
  return { all: entries.length, accepted: accepted.length };
}
