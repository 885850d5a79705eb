import type { OpenTask } from '../domain/state.ts';
import { freeSlots, handSlotsTo, keepSlotsOf, slotsFolder, takeSlots } from '../process/machine-slots.ts';
import type { SupervisorContext, WatchedAttempt } from './context.ts';

/** The share of one supervisor in the slots of the machine. Without a cap there is always room. */
export interface MachineSlots {
  readonly free: number;
  /** Takes what a task needs; false when another project was quicker. */
  readonly take: (task: OpenTask) => boolean;
  /** Lets the slots live and die with the worker. */
  readonly handOver: (attempt: WatchedAttempt) => void;
}

/** Looks at the slots of the machine. */
export function openMachineSlots(
  context: SupervisorContext,
  cap: number | undefined,
  projectSlots: number,
): MachineSlots {
  if (cap === undefined)
    return { free: Number.POSITIVE_INFINITY, take: () => true, handOver: () => undefined };
  const folder = slotsFolder(context.personFolder);
  const { root } = context.paths;
  const { isAlive } = context.processes;
  return {
    free: freeSlots(folder, cap, isAlive),
    take: ({ id, options }) =>
      takeSlots(
        folder,
        cap,
        Math.min(options.slots ?? 1, projectSlots, cap),
        { root, task_id: id, process: context.process },
        isAlive,
      ),
    handOver: ({ task, leader }) => {
      if (leader !== null) handSlotsTo(folder, { root, task_id: task.id, process: leader });
    },
  };
}

/** Gives back the slots of attempts that have ended. Where nobody ever had one, this is one look at a missing folder. */
export function returnMachineSlots(context: SupervisorContext): void {
  keepSlotsOf(slotsFolder(context.personFolder), context.paths.root, (id) => context.running.has(id));
}
