import { failure } from '../domain/failure.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { JournalState } from '../domain/state.ts';
import type { Finding } from '../verify/finding.ts';
import { planRepairs, type RepairStep } from '../verify/repair-folders.ts';
import { applyJournal, type JournalPlan, planJournal } from '../verify/repair-journal.ts';
import { isSupervisedBy, verifyProject } from '../verify/verify-project.ts';
import { displayPath } from '../workspace/paths.ts';
import type { CommandOutput } from './command-output.ts';
import type { VerbContext } from './context.ts';
import { count, findingLines } from './render-verified.ts';

/** What `repair` would do or has done; part of its `--json` output. */
export interface Repaired {
  readonly applied: boolean;
  readonly steps: readonly string[];
  /** What no repair can put right. */
  readonly left: readonly Finding[];
}

interface Plan {
  readonly journal: JournalPlan;
  readonly journalSteps: readonly string[];
  readonly steps: readonly RepairStep[];
  readonly left: readonly Finding[];
}

/**
 * `outloop repair`: says what it would do to make everything agree with the journal, and does it with `--apply`. It is
 * the only one that writes records anew or moves folders of tasks; so it refuses while a supervisor lives.
 */
export async function repairCommand(context: VerbContext, apply: boolean): Promise<Result<CommandOutput>> {
  const planned = plan(context);
  if (!planned.ok) return planned;
  const { journalSteps, left } = planned.value;
  const steps = [...journalSteps, ...planned.value.steps.map(({ what }) => what)];
  if (apply && steps.length > 0) {
    const applied = await carryOut(context, planned.value);
    if (!applied.ok) return applied;
  }
  const payload: Repaired = { applied: apply, steps, left };
  return ok({
    payload,
    text: render(payload),
    exitCode: left.length > 0 || (steps.length > 0 && !apply) ? 1 : 0,
  });
}

function plan(context: VerbContext): Result<Plan> {
  const journal = planJournal(context.journal, context.now());
  if (!journal.ok) return journal;
  const after = { paths: context.paths, journal: journal.value.after };
  const found = verifyProject(after);
  if (!found.ok) return found;
  const { verified, audit } = found.value;
  const free = refuseSupervised(audit.state);
  if (!free.ok) return free;
  const steps: RepairStep[] = [];
  const left: Finding[] = [];
  for (const finding of verified.findings) {
    const [step] = planRepairs(after, audit, [finding]);
    if (step === undefined) left.push(finding);
    else steps.push(step);
  }
  return ok({ journal: journal.value, journalSteps: journalSteps(context, journal.value), steps, left });
}

function refuseSupervised(state: JournalState): Result<void> {
  if (!isSupervisedBy(state)) return ok(undefined);
  const pid = state.supervisor?.process.pid;
  return fail(
    failure(
      'already_running',
      `The supervisor of this project runs (pid ${pid}): nothing is repaired meanwhile.`,
      `It leaves when nothing is open. Or end it: kill ${pid}. Workers live on.`,
      { pid },
    ),
  );
}

async function carryOut(context: VerbContext, planned: Plan): Promise<Result<void>> {
  if (planned.journalSteps.length > 0) {
    const repaired = await applyJournal(context.journal, context.now());
    if (!repaired.ok) return repaired;
  }
  // Looked at anew: the folders follow the journal as it is now.
  const again = plan(context);
  if (!again.ok) return again;
  for (const step of again.value.steps) {
    const done = step.apply();
    if (!done.ok) return done;
  }
  return ok(undefined);
}

function journalSteps({ paths }: VerbContext, { rechained, keptIn }: JournalPlan): string[] {
  if (rechained === null) return [];
  const { lost, lostTaskIds, asideLines } = rechained;
  const kept = displayPath(paths, keptIn);
  const steps = asideLines > 0 ? [`Move ${count(asideLines, 'line')} out of the journal to ${kept}.`] : [];
  if (lost.length === 0) return steps;
  const ranges = lost.map(({ seq_from: from, seq_to: to }) => (from === to ? `${from}` : `${from} to ${to}`));
  const tasks = lostTaskIds.length === 0 ? '' : `, of ${lostTaskIds.join(', ')}`;
  return [
    ...steps,
    `Give up the records ${ranges.join(', ')}${tasks}: they cannot be read.`,
    `Chain what follows anew. The whole old file stays as ${kept}.`,
  ];
}

function render({ applied, steps, left }: Repaired): string {
  const head =
    steps.length === 0
      ? ['There is nothing to repair.']
      : [applied ? 'Done:' : 'This would be done:', ...steps.map((step) => `- ${step}`)];
  const rest = left.length === 0 ? [] : ['Left for you:', ...left.flatMap(findingLines)];
  const next = !applied && steps.length > 0 ? ['Nothing was changed. To do it: outloop repair --apply'] : [];
  return [...head, ...rest, ...next].join('\n');
}
