import { checkTask } from '../../src/policy/check-task.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { type CorpusPart, loadCorpus } from './corpus/split.ts';

/** How many texts of one part of the corpus the policy got wrong. Counts only: nobody reads the held-out texts. */
export interface ErrorRates {
  readonly seeds: { readonly all: number; readonly refused: number };
  readonly good: { readonly all: number; readonly refused: number };
  readonly bad: { readonly all: number; readonly accepted: number };
}

/** Runs the policy over one part of the corpus. */
export function measureErrorRates(policy: Policy, part: CorpusPart): ErrorRates {
  const accepts = (entry: { text: string; agent: string | null }) =>
    checkTask({ agent: entry.agent ?? 'orchestrator', text: entry.text }, policy).ok;
  const seeds = loadCorpus('seeds', 'all');
  const good = loadCorpus('good', part);
  const bad = loadCorpus('bad', part);
  return {
    seeds: { all: seeds.length, refused: seeds.filter((entry) => !accepts(entry)).length },
    good: { all: good.length, refused: good.filter((entry) => !accepts(entry)).length },
    bad: { all: bad.length, accepted: bad.filter(accepts).length },
  };
}
