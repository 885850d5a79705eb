import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../config/load-config.ts';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import type { ScheduleSpec } from '../domain/schedule-events.ts';
import type { JournalState } from '../domain/state.ts';
import { makeTaskId, shortId } from '../domain/task-id.ts';
import { credentialNames } from '../ipc/environment.ts';
import { transact } from '../journal/transact.ts';
import { parseWhen } from '../schedules/parse-when.ts';
import type { CheckedWork } from './check-work.ts';
import { checkWork } from './check-work.ts';
import { userFolder } from './command-file.ts';
import type { CommandOutput } from './command-output.ts';
import type { VerbContext } from './context.ts';
import { fillOptions } from './fill-options.ts';
import { scheduleRow } from './schedule-row.ts';
import type { TypedFlags } from './submit-command.ts';
import { readTypedFlags } from './submit-command.ts';

/** The flags of `outloop schedule add`, as typed. */
export interface ScheduleFlags extends TypedFlags {
  readonly command?: string;
  readonly tz?: string;
  readonly onMissed?: string;
  readonly overlap?: string;
}

/** `outloop schedule add WHEN [agent] TASK`, or with `--command`: through the same policy as any task. */
export async function scheduleAddCommand(
  context: VerbContext,
  when: string,
  agent: string | undefined,
  task: string | undefined,
  flags: ScheduleFlags,
): Promise<Result<CommandOutput>> {
  const config = await loadConfig(context.paths, context.env);
  if (!config.ok) return config;
  const rule = parseWhen(when, { timeZone: flags.tz ?? context.timeZone, now: context.now() });
  if (!rule.ok) return rule;
  const policies = readPolicies(flags);
  if (!policies.ok) return policies;
  const read = readTypedFlags(flags);
  if (!read.ok) return read;
  const text = task ?? agent ?? '';
  if ((text === '') === (flags.command === undefined)) {
    return fail(failure('usage', 'Give a task, or --command, to run each time.', EXAMPLE));
  }
  const named = task === undefined ? undefined : agent;
  const request = { ...read.value, task: text, agent: named, command: flags.command };
  const work = await checkWork(context, request, config.value);
  if (!work.ok) return work;
  const options = fillOptions(context, request, work.value.agent, config.value);
  if (!options.ok) return options;
  const { agent: worker, description, command } = work.value;
  const draft = {
    when: when.trim(),
    rule: rule.value,
    agent: worker,
    task_description: description,
    ...(command === undefined ? {} : { command }),
    options: options.value,
    ...policies.value,
  };
  return add(context, draft, work.value);
}

const EXAMPLE = 'outloop schedule add "daily 02:30" reviewer "review the changes of the day"';

async function add(
  context: VerbContext,
  draft: Omit<ScheduleSpec, 'schedule_id'>,
  work: CheckedWork,
): Promise<Result<CommandOutput>> {
  const added = await transact(context.journal, context, (state) => {
    const spec = { ...draft, schedule_id: freeId(context, state, draft) };
    const event = { event: 'schedule.added' as const, session_id: context.asker.sessionId, spec };
    return ok({ events: [event], value: spec });
  });
  if (!added.ok) return added;
  const spec = added.value;
  const problem = await wakeUp(context);
  const row = scheduleRow(
    {
      spec,
      addedAt: context.now(),
      sessionId: context.asker.sessionId,
      paused: false,
      lastPlannedAt: context.now(),
      lastTaskId: null,
    },
    null,
    context.now(),
  );
  const notes = [...loginNotes(context, work), ...(problem === null ? [] : [problem])];
  return ok({
    payload: { ...row, notes },
    text: [
      `Scheduled as ${spec.schedule_id}: ${spec.when}${row.next === null ? '' : `, next ${row.next}`}.`,
      'It runs while the supervisor lives. After a restart of the machine: outloop service install',
      ...notes,
    ].join('\n'),
  });
}

async function wakeUp(context: VerbContext): Promise<string | null> {
  try {
    await context.wake([]);
    return null;
  } catch (error) {
    return `The supervisor could not be started: ${(error as Error).message}`;
  }
}

function freeId(context: VerbContext, state: JournalState, draft: Omit<ScheduleSpec, 'schedule_id'>): string {
  const name = (draft.options.name ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const wanted = name.replace(/^-+|-+$/g, '').slice(0, 40);
  if (wanted.length >= 3 && !state.schedules.has(wanted)) return wanted;
  for (;;) {
    const id = `${draft.agent}-${shortId(makeTaskId(context.now(), draft.agent, context.random(4)))}`;
    if (!state.schedules.has(id)) return id;
  }
}

// Nobody is there to hand over a key at two in the morning.
function loginNotes(context: VerbContext, { command }: CheckedWork): string[] {
  if (command !== undefined) return [];
  const keys = credentialNames(context.env);
  const notes = ['It needs the login that the client has stored on this machine (claude, then /login).'];
  if (keys.length > 0) notes.push(`${keys.join(', ')} of this environment is not kept for it.`);
  const stored = existsSync(join(userFolder(context), '.credentials.json'));
  if (!stored && keys.length > 0) notes.push('No stored login was found here: without one it will fail.');
  return notes;
}

function readPolicies(flags: ScheduleFlags): Result<Pick<ScheduleSpec, 'on_missed' | 'overlap'>> {
  const { onMissed = 'skip', overlap = 'skip' } = flags;
  if (onMissed !== 'skip' && onMissed !== 'once') {
    return fail(failure('usage', '--on-missed: it must be skip or once.'));
  }
  if (overlap !== 'skip' && overlap !== 'queue') {
    return fail(failure('usage', '--overlap: it must be skip or queue.'));
  }
  return ok({ on_missed: onMissed, overlap });
}
