import type { ProcessIdentity } from '../domain/events.ts';
import type { TreeUsage } from './resource-usage.ts';
import type { Snapshot } from './snapshot.ts';

/** What is started, and where. */
export interface ProcessStart {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Open descriptors for its standard input, output and errors; the caller closes them. */
  readonly stdio: readonly [number, number, number];
}

/** A process that was started, as its parent sees it. */
export interface StartedProcess {
  /** Undefined where it did not come up: then the error follows. */
  readonly pid: number | undefined;
  readonly onExit: (listener: (code: number | null, signal: string | null) => void) => void;
  readonly onError: (listener: (error: Error) => void) => void;
}

/** What a supervisor needs of the processes of its machine: the one seam at which tests put simulated ones. */
export interface Processes {
  /** The pid of whoever asks. */
  readonly ownPid: number;
  /** Starts a program as leader of a session and group of its own. Throws where the system refuses at once. */
  readonly start: (start: ProcessStart) => StartedProcess;
  /** Null when there is none of this pid, or only a zombie. */
  readonly identityOf: (pid: number) => ProcessIdentity | null;
  /** True while exactly this process lives. */
  readonly isAlive: (identity: ProcessIdentity) => boolean;
  /** What a living process was started with; empty when that cannot be read. */
  readonly environmentOf: (pid: number) => Readonly<Record<string, string>>;
  /** One look at all of them. */
  readonly snapshot: (markers: readonly string[], since?: ProcessIdentity | null) => Snapshot;
  /** The descendants of a living process by walking down from it: cheap enough for a heartbeat. */
  readonly walkDescendants: (pid: number) => readonly ProcessIdentity[];
  readonly measureTree: (members: readonly ProcessIdentity[]) => TreeUsage;
  /** Sends a signal to exactly this process. False where it is gone, or may not be signalled. */
  readonly signal: (identity: ProcessIdentity, signal: NodeJS.Signals) => boolean;
}

/** How a supervisor waits. */
export interface Timers {
  readonly sleep: (ms: number) => Promise<void>;
  /** Its `aborted` becomes true after so many milliseconds. */
  readonly deadline: (ms: number) => { readonly aborted: boolean };
}
