import type { Mutation } from './mutation.ts';

const ADOPT = 'src/supervisor/adopt.ts';
const END = 'src/supervisor/end-attempt.ts';
const PAUSE = 'src/supervisor/follow-pause.ts';
const PICK = 'src/scheduler/pick.ts';
const RETRY = 'src/supervisor/retry.ts';
const RUN = 'src/supervisor/run.ts';
const START = 'src/supervisor/start-attempt.ts';

/**
 * Guards of the supervisor and the scheduler. Each shows in some of the simulated histories. Four looks at the epoch are
 * not among them, because no history of 2,000 shows that one is missing: what a superseded supervisor ends, the workspace it
 * finishes (each of these two stands behind the other), what it tries again, and what it tidies up.
 */
export const SUPERVISING: readonly Mutation[] = [
  {
    guard: 'supervisor: one that lives is not replaced',
    file: 'src/supervisor/claim.ts',
    from: 'host.processes.isAlive(current.process)',
    to: 'false',
  },
  {
    guard: 'supervisor: one that is superseded starts nothing',
    file: START,
    from: 'if (state.supervisor?.epoch !== context.epoch) {',
    to: 'if (false) {',
  },
  {
    guard: 'supervisor: one that stood still behind the line of a start brings up no worker',
    file: START,
    from: 'if (!now.ok || now.value.supervisor?.epoch !== context.epoch) {',
    to: 'if (!now.ok) {',
  },
  {
    guard: 'supervisor: what was cancelled since it was picked does not start',
    file: START,
    from: "task?.phase !== 'queued' || task.cancelRequestedAt !== undefined",
    to: "task?.phase !== 'queued'",
  },
  {
    guard: 'supervisor: what was paused since it was picked does not start',
    file: START,
    from: 'isEmergency(context.paths) || state.pauses.emergency !== null || state.pauses.queue !== null',
    to: 'false',
  },
  {
    guard: 'supervisor: what was cancelled is not tried again',
    file: RETRY,
    from: 'if (open.cancelRequestedAt !== undefined) return ok({ events: [], value: false });',
    to: '',
  },
  {
    guard: 'supervisor: a worker without a card is found by its mark',
    file: ADOPT,
    from: 'card === null ? findLeader(context, task.id) : card.leader',
    to: 'card === null ? null : card.leader',
  },
  {
    guard: 'supervisor: what a worker left behind is not taken for the worker',
    file: ADOPT,
    from: 'card === null ? findLeader(context, task.id) : card.leader',
    to: 'card !== null && context.processes.isAlive(card.leader) ? card.leader : findLeader(context, task.id)',
  },
  {
    guard: 'supervisor: a worker that has ended by itself is not ended at a limit',
    file: 'src/supervisor/watch-attempt.ts',
    from: 'if (!isGone) watchLimits(context, attempt);',
    to: 'watchLimits(context, attempt);',
  },
  {
    guard: 'supervisor: a tree is told to go on at two looks',
    file: PAUSE,
    from: 'const LOOKS_TO_CONTINUE = 2;',
    to: 'const LOOKS_TO_CONTINUE = 1;',
  },
  {
    guard: 'supervisor: behind the last page of a workspace there is no other attempt',
    file: END,
    from: 'const isDecided = isFinished(context.paths, task.id);',
    to: 'const isDecided = false;',
  },
  {
    guard: 'supervisor: the journal follows a workspace that is finished',
    file: 'src/ending/end-task.ts',
    from: 'const { status, summary } = (stored.ok ? stored.value : null) ?? end;',
    to: 'const { status, summary } = end;',
  },
  {
    guard: 'supervisor: what a predecessor left of attempts that are over is swept',
    file: RUN,
    from: 'if (claimedState.ok) sweepTraces(context, claimedState.value);',
    to: '',
  },
  {
    guard: 'supervisor: what the disk did not confirm is tidied up when it is history',
    file: END,
    from: "if (failed.failure.code === 'task_ended') removeTraces(context, attempt);",
    to: '',
  },
  {
    guard: 'processes: KILL is repeated',
    file: 'src/process/terminate.ts',
    from: '(over.aborted && rounds >= KILL_ROUNDS_MIN)',
    to: 'rounds >= 1',
  },
  {
    guard: 'processes: whoever stood still kills once more',
    file: 'src/process/terminate.ts',
    from: 'over.aborted && rounds >= KILL_ROUNDS_MIN',
    to: 'over.aborted',
  },
  {
    guard: 'limits: time is what the monotonic clock says',
    file: 'src/limits/active-time.ts',
    from: 'to.monotonic - from.monotonic',
    to: 'to.wall - from.wall',
  },
  {
    guard: 'scheduler: a claim that is held keeps others waiting',
    file: PICK,
    from: ' ?? claimReason(task, table, holders)',
    to: '',
  },
  {
    guard: 'scheduler: no more start than there are slots',
    file: PICK,
    from: 'if (taken + need > slots) room.full',
    to: 'if (false) room.full',
  },
  {
    guard: 'scheduler: a dependency that is open keeps its dependents waiting',
    file: PICK,
    from: "  if (dependencies.kind === 'waiting') return { kind: 'dependencies', taskIds: dependencies.for };\n",
    to: '',
  },
  {
    guard: 'scheduler: nothing is tried again before its time',
    file: PICK,
    from: 'return at > now && at - now <= RETRY_WAIT_MS_MAX;',
    to: 'return false;',
  },
  {
    guard: 'scheduler: a clock that was set back makes nobody wait for a day',
    file: PICK,
    from: 'return at > now && at - now <= RETRY_WAIT_MS_MAX;',
    to: 'return at > now;',
  },
].map((mutation) => ({ ...mutation, isSimulated: true }));
