import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import type { JournalState, Schedule } from '../domain/state.ts';
import { readState } from '../journal/journal.ts';
import { transact } from '../journal/transact.ts';
import { cleanLine, truncate } from '../observe/clean.ts';
import type { CommandOutput } from './command-output.ts';
import type { VerbContext } from './context.ts';
import { revive } from './revive.ts';
import type { ScheduleRow } from './schedule-row.ts';
import { nextTimes, scheduleRow } from './schedule-row.ts';

const WIDTH = 80;

/** `outloop schedule list`: all of them, the next one first. */
export async function scheduleListCommand(context: VerbContext): Promise<Result<CommandOutput>> {
  const read = readState(context.journal);
  if (!read.ok) return read;
  const problem = await revive(context, read.value);
  const rows = [...read.value.schedules.values()]
    .map((schedule) => scheduleRow(schedule, read.value, context.now()))
    .sort((a, b) => ((a.next ?? '9') < (b.next ?? '9') ? -1 : 1));
  const notes = problem === null ? [] : [`Nothing runs them now: ${problem}.`];
  if (rows.length === 0) {
    const text = 'No schedules here.\nAdd one: outloop schedule add "daily 02:30" reviewer "review …"';
    return ok({ payload: { schedules: [] }, text });
  }
  const heading = `${'SCHEDULE'.padEnd(20)}${'WHEN'.padEnd(20)}${'NEXT'.padEnd(18)}TASK`;
  return ok({
    payload: { schedules: rows },
    text: [heading, ...rows.map(renderRow), ...notes].join('\n'),
  });
}

/** `outloop schedule show ID`: everything about one. */
export function scheduleShowCommand(context: VerbContext, part: string): Result<CommandOutput> {
  const found = findSchedule(context, part);
  if (!found.ok) return found;
  const { schedule, state } = found.value;
  const row = scheduleRow(schedule, state, context.now());
  const lines: readonly (readonly [string, string | null])[] = [
    ['When', row.when],
    ['Agent', row.agent],
    ['Task', cleanLine(row.task)],
    ['Status', row.status],
    ['Next', row.next === null ? 'not by itself' : localTime(row.next)],
    ['Last', row.last_planned === null ? null : localTime(row.last_planned)],
    ['Last task', row.last_task],
    ['Missed', row.on_missed],
    ['Overlap', row.overlap],
  ];
  const text = lines.flatMap(([label, value]) => (value === null ? [] : [`  ${label.padEnd(10)} ${value}`]));
  return ok({ payload: row, text: [row.id, ...text].join('\n') });
}

/** `outloop schedule next ID`: the next planned times. */
export function scheduleNextCommand(
  context: VerbContext,
  part: string,
  count: number,
): Result<CommandOutput> {
  const found = findSchedule(context, part);
  if (!found.ok) return found;
  const times = nextTimes(found.value.schedule, found.value.state, context.now(), count);
  const id = found.value.schedule.spec.schedule_id;
  const text = times.length === 0 ? `${id} does not run by itself now.` : times.map(localTime).join('\n');
  return ok({ payload: { id, next: times }, text });
}

/** `outloop schedule pause|resume|remove ID`. Doing it twice is no failure. Tasks that it has started go on. */
export async function scheduleChangeCommand(
  context: VerbContext,
  change: 'pause' | 'resume' | 'remove',
  part: string,
): Promise<Result<CommandOutput>> {
  const found = findSchedule(context, part);
  if (!found.ok) return found;
  const id = found.value.schedule.spec.schedule_id;
  const changed = await transact(context.journal, context, (state) => {
    const schedule = state.schedules.get(id);
    const isDone =
      schedule === undefined || (change !== 'remove' && schedule.paused === (change === 'pause'));
    const event = {
      event: EVENTS[change],
      session_id: context.asker.sessionId,
      schedule_id: id,
    };
    return ok({ events: isDone ? [] : [event], value: !isDone });
  });
  if (!changed.ok) return changed;
  if (change === 'resume') await context.wake([]);
  const text = changed.value ? `${id} ${WORDS[change]}` : `${id} was so already.`;
  return ok({ payload: { id, change, changed: changed.value }, text });
}

const EVENTS = {
  pause: 'schedule.paused',
  resume: 'schedule.resumed',
  remove: 'schedule.removed',
} as const;

const WORDS = {
  pause: 'is paused: outloop schedule resume takes that back.',
  resume: 'goes on. What fell into its pause is not made up for.',
  remove: 'is removed. A task of it that runs goes on.',
} as const;

function findSchedule(
  context: VerbContext,
  part: string,
): Result<{ readonly schedule: Schedule; readonly state: JournalState }> {
  const read = readState(context.journal);
  if (!read.ok) return read;
  const state = read.value;
  const all = [...state.schedules.values()];
  const exact = all.filter(({ spec }) => spec.schedule_id === part);
  const found = exact.length > 0 ? exact : all.filter(({ spec }) => spec.schedule_id.includes(part));
  const [schedule] = found;
  if (schedule !== undefined && found.length === 1 && part !== '') return ok({ schedule, state });
  const ids = found.map(({ spec }) => spec.schedule_id).join(', ');
  return fail(
    failure(
      'schedule_not_found',
      found.length === 0
        ? `No schedule is named by "${cleanLine(part, 40)}".`
        : `"${cleanLine(part, 40)}" names several schedules: ${ids}`,
      'outloop schedule list shows them.',
    ),
  );
}

function renderRow(row: ScheduleRow): string {
  const next = row.status === 'paused' ? 'paused' : row.next === null ? 'after its end' : localTime(row.next);
  const head = `${row.id.slice(0, 19).padEnd(20)}${truncate(row.when, 18).padEnd(20)}${next.padEnd(18)}`;
  return `${head}${truncate(`${row.agent}: ${cleanLine(row.task)}`, WIDTH - head.length)}`;
}

/** `2026-11-21 02:30` here. */
function localTime(iso: string): string {
  const date = new Date(iso);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
