import { askSupervisor, readSupervisorCard } from './ask-supervisor.ts';
import { supervisorEnvironment } from './environment.ts';
import type { Handoff } from './messages.ts';
import { isNewer } from './version.ts';

/** How a supervisor is started: the program, its arguments, and where its card lies. */
export interface SupervisorLaunch {
  readonly root: string;
  readonly cardPath: string;
  readonly command: string;
  readonly arguments: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
}

/** What waking came to: a running supervisor heard, or a new one was started. */
export type Woken = 'heard' | 'started';

/** How supervisors are asked and started: tests put their own in its place. */
export interface WakeMeans {
  readonly ask: typeof askSupervisor;
  readonly start: (launch: SupervisorLaunch, handoffs: readonly Handoff[]) => Promise<Woken>;
}

const THIS_MACHINE: WakeMeans = { ask: askSupervisor, start: startSupervisor };

/**
 * Makes sure that a supervisor of this project looks at the journal, and hands it the environments of tasks.
 * A supervisor of an older version is asked to drain, and its environments go to the new one.
 */
export async function wakeSupervisor(
  launch: SupervisorLaunch,
  handoffs: readonly Handoff[],
  { ask, start }: WakeMeans = THIS_MACHINE,
): Promise<Woken> {
  const card = readSupervisorCard(launch.cardPath);
  if (card === null) return start(launch, handoffs);
  const asked = await ask(card, launch.root, (greeting) =>
    isNewer(launch.version, greeting.version) ? { type: 'drain' } : { type: 'wake', handoffs: [...handoffs] },
  );
  if (asked.kind === 'absent') return start(launch, handoffs);
  if (!isNewer(launch.version, asked.version)) return asked.reply?.ok ? 'heard' : start(launch, handoffs);
  return start(launch, [...(asked.reply?.handoffs ?? []), ...handoffs]);
}

// A client that is told to end takes each hook with it, and all that descends from it, by parentage. So the supervisor
// is no child of the process that asks for it: a shell starts it beside itself and is gone. A shell gives what it starts
// like that an empty stdin, unless it is told which.
const ORPHAN = 'exec 3<&0; "$@" <&3 3<&- &';

// The handoffs go through a pipe, so that no secret stands in the supervisor's own environment or arguments. They
// are written before this process may exit: the kernel keeps what the child has not read yet.
async function startSupervisor(launch: SupervisorLaunch, handoffs: readonly Handoff[]): Promise<Woken> {
  // Loaded where one must be started: mostly one is there, and a hook waits for this.
  const { spawn } = await import('node:child_process');
  const child = spawn('/bin/sh', ['-c', ORPHAN, 'outloop', launch.command, ...launch.arguments], {
    cwd: launch.root,
    detached: true,
    env: supervisorEnvironment(launch.env),
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.stdin.once('error', reject);
    child.stdin.end(`${JSON.stringify({ type: 'wake', handoffs })}\n`, () => {
      child.unref();
      resolve('started');
    });
  });
}
