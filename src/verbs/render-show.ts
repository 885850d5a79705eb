import type { Result } from '../domain/result.ts';
import { ok } from '../domain/result.ts';
import { shortId } from '../domain/task-id.ts';
import type { TaskOptions, UsageLimits } from '../domain/task-options.ts';
import { formatBytes, formatCost, formatCount, formatDuration, shortDuration } from '../domain/units.ts';
import { cleanLine } from '../observe/clean.ts';
import type { CommandOutput } from './command-output.ts';
import type { VerbContext } from './context.ts';
import { loadCapacity } from './load-capacity.ts';
import { aboutWords } from './render-status.ts';
import { type ShownTask, show } from './show.ts';
import { dayAndTime } from './status-word.ts';
import type { Style } from './style.ts';
import { labelled } from './wrap.ts';

type Line = readonly [label: string, text: string];

/** `outloop show ID` */
export async function showCommand(
  context: VerbContext,
  part: string,
  style: Style,
): Promise<Result<CommandOutput>> {
  const shown = await show(context, part, await loadCapacity(context));
  return shown.ok ? ok({ payload: shown.value, text: renderShown(shown.value, style) }) : shown;
}

/** Everything about one task for people, 80 columns. */
export function renderShown(task: ShownTask, style: Style): string {
  return [
    style.bold(task.id),
    ...section([...about(task), ...standing(task, style)]),
    ...part('Result', result(task), style),
    ...part('Rules', rules(task), style),
    ...part('Files', files(task), style),
    style.dim('What happened'),
    ...task.events.flatMap(({ at, words }) => labelled(dayAndTime(at), words, 14)),
    ...further(task),
  ].join('\n');
}

function part(title: string, lines: readonly Line[], style: Style): string[] {
  return lines.length === 0 ? [] : [style.dim(title), ...section(lines)];
}

function section(lines: readonly Line[]): string[] {
  return lines.flatMap(([label, text]) => labelled(label, text));
}

function about(task: ShownTask): Line[] {
  const by = task.submitted_by;
  const who = by.pid === null ? '' : `, client process ${by.pid}${by.lives ? '' : ' (gone)'}`;
  const session = by.session_id === '' ? 'a terminal' : `session ${by.session_id}${who}`;
  const chosen = task.routed_by === null ? '' : ` (chosen ${task.routed_by})`;
  return [
    ['Task', task.task],
    ...when(task.command !== null && task.command !== task.task, ['Command', task.command ?? '']),
    ...when(task.name !== null, ['Name', task.name ?? '']),
    ['Agent', `${task.agent}${chosen}`],
    ['Submitted', `${dayAndTime(task.submitted_at)}, by ${session}`],
    ...when(task.occurrence_of !== null, ['Schedule', task.occurrence_of?.schedule_id ?? '']),
    ...when(task.retry_of !== null, ['Retry of', task.retry_of ?? '']),
    ...when(task.retried_by.length > 0, ['Retried by', task.retried_by.join(', ')]),
  ];
}

function standing(task: ShownTask, style: Style): Line[] {
  const status = task.status.replace('_', ' ');
  const left = task.about_left_ms === null ? '' : `, ${aboutWords(task, task.about_left_ms)}`;
  const waits = task.dependencies.map(
    ({ task_id, on, status: how }) => `${shortId(task_id)} (${on}: ${how.replace('_', ' ')})`,
  );
  return [
    ['Status', `${style.status(task.status, status)}, ${shortDuration(task.duration_ms)}${left}`],
    ...when(task.outcome === null, ['Now', cleanLine(task.progress)]),
    ...when(waits.length > 0, ['After', waits.join(', ')]),
    ...when(task.dependents.length > 0, ['Wait for it', task.dependents.map(shortId).join(', ')]),
  ];
}

function result({ outcome, usage }: ShownTask): Line[] {
  if (outcome === null) return [];
  const { result: work } = outcome;
  return [
    ['Summary', outcome.summary],
    ...when(outcome.why !== '' && outcome.why !== outcome.summary, ['Why', outcome.why]),
    ...when(work !== null && work.issues.length > 0, ['Issues', work?.issues.join(' · ') ?? '']),
    ...when(outcome.denied.length > 0, ['Denied', outcome.denied.join(' · ')]),
    ...(usage === null
      ? []
      : [
          [
            'Used',
            `${formatCost(usage.cost_usd)}, ${usage.turns} turns, ${formatCount(usage.output_tokens)} tokens out`,
          ] as const,
        ]),
    ...when(outcome.containment !== null, ['Processes', outcome.containment ?? '']),
  ];
}

function rules({ options, outcome }: ShownTask): Line[] {
  if (options === null) return [];
  const { model, claims = [], priority, slots, brief, bundle, attempts_max, on_failure } = options;
  const means = outcome?.limits ?? '';
  return [
    ...when(model !== undefined, ['Model', model ?? '']),
    ['Limits', `${limitWords(options)}${means === '' ? '' : ` (${means})`}`],
    ...when(claims.length > 0, [
      'Claims',
      claims.map(({ resource, mode }) => `${resource} (${mode})`).join(', '),
    ]),
    ...when(priority !== undefined, ['Priority', String(priority)]),
    ...when(slots !== undefined, ['Slots', String(slots)]),
    ...when(brief !== undefined, ['Brief', brief ?? '']),
    ...when(bundle !== undefined, ['Bundle', bundle ?? '']),
    ...when(attempts_max !== undefined, ['Attempts', `${attempts_max} at most`]),
    ...when(on_failure !== undefined, ['On failure', on_failure ?? '']),
  ];
}

const USAGE_WORDS: Readonly<Record<keyof UsageLimits, (value: number) => string>> = {
  silence_ms: (ms) => `${formatDuration(ms)} of silence`,
  tokens: (count) => `${formatCount(count)} tokens`,
  output_bytes: (bytes) => `${formatBytes(bytes)} of output`,
  memory_bytes: (bytes) => `${formatBytes(bytes)} of memory`,
  cpu_percent: (share) => `${share} % of a core`,
  processes: (count) => `${count} processes`,
};

/** The limits in force, in words. */
export function limitWords({ timeout_ms, max_turns, budget_usd, limits = {} }: TaskOptions): string {
  const usage = Object.entries(USAGE_WORDS).flatMap(([name, words]) => {
    const value = limits[name as keyof UsageLimits];
    return value === undefined ? [] : [words(value)];
  });
  return [
    formatDuration(timeout_ms),
    ...(max_turns === undefined ? [] : [`${max_turns} turns`]),
    ...(budget_usd === undefined ? [] : [formatCost(budget_usd)]),
    ...usage,
  ].join(', ');
}

function files(task: ShownTask): Line[] {
  const report = task.options?.report;
  return [
    ['Folder', task.workspace ?? 'removed'],
    ...when(task.files.length > 0, ['In it', task.files.join(', ')]),
    ...when(report !== undefined, ['Report', report ?? '']),
  ];
}

function further(task: ShownTask): string[] {
  const id = shortId(task.id);
  const isOpen = task.outcome === null && task.workspace?.includes('/active/') === true;
  const next = isOpen
    ? [`outloop follow ${id}`, `outloop cancel ${id}`]
    : [`outloop result ${id}`, `outloop retry ${id}`];
  // On a line of its own, so that it can be copied.
  const session = task.open_session === null ? [] : [task.open_session];
  return ['', ...session, ...next].map((line) => (line === '' ? 'Next' : `  ${line}`));
}

function when(condition: boolean, line: Line): Line[] {
  return condition ? [line] : [];
}
