import type { JournalState, OpenTask } from '../domain/state.ts';
import { type Picked, pick } from '../scheduler/pick.ts';
import { flushCommits } from './commit-together.ts';
import type { SupervisorContext } from './context.ts';
import { leaveSlotLine, openMachineSlots, returnMachineSlots } from './machine-slots.ts';
import { spentToday } from './person-ledger.ts';
import type { PreparedAttempt } from './start-attempt.ts';
import { prepareAttempt, startAttempt } from './start-attempt.ts';

/** Starts the tasks whose turn it is. */
export async function startReady(context: SupervisorContext, state: JournalState): Promise<void> {
  returnMachineSlots(context);
  if (!hasQueued(state)) {
    leaveSlotLine(context);
    return;
  }
  const settings = await context.settings();
  const machine = openMachineSlots(context, settings.machineSlots, settings.slots);
  const spent = spentToday(context, settings.daily);
  const { start, waiting } = pick({
    open: state.open,
    ended: state.ended,
    pauses: state.pauses,
    capacity: {
      slots: settings.slots,
      perAgent: settings.perAgent,
      machineFree: machine.free,
      machineSlots: settings.machineSlots,
    },
    now: context.now(),
    hasCredentials: (task) => task.credentials.length === 0 || context.handoffs.has(task.id),
    isOver: (task) => context.running.get(task.id)?.isOver === true,
    // A shell command costs nothing of what the ledger counts.
    hold: (task) => (task.command === undefined ? spent : null),
  });
  machine.standInLine(firstInLine(state, waiting));
  const prepared: [task: OpenTask, attempt: PreparedAttempt][] = [];
  for (const task of start) {
    if (!machine.take(task)) break;
    const attempt = prepareAttempt(context, task, state.open);
    if (attempt.ok) prepared.push([task, attempt.value]);
    else context.log(`${task.id}: not started: ${attempt.failure.message}`);
  }
  await flushCommits(context);
  for (const [task, attempt] of prepared) {
    const started = await startAttempt(context, attempt, settings.clientPath);
    if (started.ok) {
      context.running.set(task.id, started.value);
      machine.handOver(started.value);
      context.log(`${task.id}: started`);
    } else {
      context.log(`${task.id}: not started: ${started.failure.message}`);
    }
  }
}

/** The first in the order that waits for slots of the machine: `pick` names those that wait in that order. */
function firstInLine(state: JournalState, waiting: Picked['waiting']): OpenTask | undefined {
  for (const [id, reason] of waiting) if (reason.kind === 'machine_slots') return state.open.get(id);
  return undefined;
}

function hasQueued(state: JournalState): boolean {
  for (const task of state.open.values()) if (task.phase === 'queued') return true;
  return false;
}
