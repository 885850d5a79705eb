import type { OpenTask } from '../domain/state.ts';
import { freeSlots, handSlotsTo, keepSlotsOf, slotsFolder, takeSlots } from '../process/machine-slots.ts';
import { leaveLine, promisedSlots, standInLine } from '../process/slot-line.ts';
import type { SupervisorContext, WatchedAttempt } from './context.ts';

/** The share of one supervisor in the slots of the machine. Without a cap there is always room. */
export interface MachineSlots {
  readonly free: number;
  /** Takes what a task needs; false when another project was quicker. */
  readonly take: (task: OpenTask) => boolean;
  /** Lets the slots live and die with the worker. */
  readonly handOver: (attempt: WatchedAttempt) => void;
  /** Stands in line with the first task that waits for slots of the machine, so that smaller ones of others do not
   * take each slot that becomes free; or leaves the line. */
  readonly standInLine: (waiting: OpenTask | undefined) => void;
}

/** Looks at the slots of the machine. */
export function openMachineSlots(
  context: SupervisorContext,
  cap: number | undefined,
  projectSlots: number,
): MachineSlots {
  if (cap === undefined)
    return {
      free: Number.POSITIVE_INFINITY,
      take: () => true,
      handOver: () => undefined,
      standInLine: () => undefined,
    };
  const folder = slotsFolder(context.personFolder);
  const { root } = context.paths;
  const { isAlive } = context.processes;
  const needOf = ({ options }: OpenTask) => Math.min(options.slots ?? 1, projectSlots, cap);
  const promised = promisedSlots(folder, root, context.now(), isAlive);
  return {
    free: Math.max(0, freeSlots(folder, cap, isAlive) - promised),
    take: (task) =>
      takeSlots(folder, cap, needOf(task), { root, task_id: task.id, process: context.process }, isAlive),
    handOver: ({ task, leader }) => {
      if (leader !== null) handSlotsTo(folder, { root, task_id: task.id, process: leader });
    },
    standInLine: (waiting) => {
      if (waiting === undefined) leaveLine(folder, root);
      else standInLine(folder, { root, process: context.process, need: needOf(waiting) }, context.now());
    },
  };
}

/** Gives back the slots of attempts that have ended. Where nobody ever had one, this is one look at a missing folder. */
export function returnMachineSlots(context: SupervisorContext): void {
  keepSlotsOf(slotsFolder(context.personFolder), context.paths.root, (id) => context.running.has(id));
}

/** Leaves the line for slots, where nothing waits any more. */
export function leaveSlotLine(context: SupervisorContext): void {
  leaveLine(slotsFolder(context.personFolder), context.paths.root);
}
