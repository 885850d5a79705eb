import type { AfterRestart, ContainmentChoice } from '../config/fields.ts';
import type { AgentCaps } from '../domain/agents.ts';
import type { ProcessIdentity } from '../domain/events.ts';
import type { OpenTask } from '../domain/state.ts';
import type { Ipc } from '../ipc/ipc.ts';
import type { RuntimeFolder } from '../ipc/runtime-folder.ts';
import type { Journal } from '../journal/journal.ts';
import type { Moment } from '../limits/active-time.ts';
import type { Exceeded } from '../limits/check-limits.ts';
import type { DailyLimits } from '../limits/ledger.ts';
import type { LineWatch } from '../observe/line-watch.ts';
import type { Redactor } from '../observe/redact.ts';
import type { StreamFold } from '../observe/stream-fold.ts';
import type { ContainmentMeans } from '../process/containment.ts';
import type { Processes, StartedProcess, Timers } from '../process/processes.ts';
import type { Recorder } from '../record/recorder.ts';
import type { ReportsPaths, WorkspaceFiles } from '../workspace/paths.ts';
import type { Meter } from './meter.ts';
import type { StreamReader } from './stream-reader.ts';

/** A task whose attempt this supervisor has started or adopted. */
export type RunningTask = Extract<OpenTask, { phase: 'running' }>;

/** One attempt under watch. */
export interface WatchedAttempt {
  readonly task: RunningTask;
  readonly files: WorkspaceFiles;
  readonly streamPath: string;
  readonly stderrPath: string;
  readonly redact: Redactor;
  readonly reader: StreamReader;
  readonly fold: StreamFold;
  /** What waits for a line of its output; null where nothing does, or its notice was raised. */
  watch: LineWatch | null;
  /** Null for an adopted attempt: it is the child of a supervisor that is gone. */
  readonly child: StartedProcess | null;
  /** Null when the worker never came up, or its identity was lost with its supervisor. */
  readonly leader: ProcessIdentity | null;
  /** Descendants seen at a heartbeat, by pid: they may since have left the group. */
  readonly remembered: Map<number, ProcessIdentity>;
  /** How the worker's process ended, once it has. An adopted worker leaves no exit code. */
  exit: { readonly code: number | null; readonly signal: string | null } | null;
  spawnError: string | null;
  /** The machine was restarted while it ran. */
  readonly restarted?: boolean;
  /** Why the supervisor itself is ending it. The first reason wins. */
  endReason: 'cancelled' | 'timed_out' | 'limit' | 'emergency' | null;
  /** The limit that ended it. */
  exceeded: Exceeded | null;
  readonly meter: Meter;
  /** By what means nothing of its tree gets away. */
  readonly containment: ContainmentMeans;
  /** Since when its tree stands still. Milliseconds since the epoch. */
  pausedSince: number | null;
  /** Since when its leader was seen to be gone, and when last, on the monotonic clock. */
  gone: { readonly since: number; readonly seenAt: number } | null;
  /** At how many more looks its tree is told to go on. */
  looksToContinue: number;
  ending: boolean;
  /** Nothing is left of it but to say so in the journal: its slots are free. */
  isOver?: boolean;
  heartbeatAt: number;
  reportedAt: number;
}

/** What the configuration says to the supervisor. */
export interface SupervisorSettings {
  /** The journal is closed and goes on in a new file when it is longer than this. */
  readonly segmentBytesMax: number;
  readonly slots: number;
  /** How many tasks of an agent run at once; left out: as many as there are slots. */
  readonly perAgent: AgentCaps;
  readonly clientPath: string | undefined;
  /** What may be delegated, for occurrences of schedules. */
  readonly containment: ContainmentChoice;
  readonly daily: DailyLimits;
  readonly machineSlots: number | undefined;
  readonly afterRestart: AfterRestart;
}

/** What the parts of the supervisor share. */
export interface SupervisorContext {
  readonly now: () => number;
  /** The wall clock and one that only goes forward. */
  readonly clock: () => Moment;
  /** Whether the second one stands still while the machine sleeps. */
  readonly clockStopsInSleep: boolean;
  readonly timers: Timers;
  /** How long the machine has been up, in milliseconds. */
  readonly uptimeMs: () => number;
  readonly processes: Processes;
  readonly ipc: Ipc;
  /** The strongest means of containment here. */
  readonly containment: () => ContainmentMeans;
  /** The folder of what is this person's and no project's. */
  readonly personFolder: string;
  readonly random: (bytes: number) => Uint8Array;
  /** The supervisor's own environment: without any credentials. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly pluginRoot: string;
  readonly paths: ReportsPaths;
  readonly journal: Journal;
  readonly runtime: RuntimeFolder;
  readonly process: ProcessIdentity;
  readonly token: string;
  /** The configuration as it is now; a broken one leaves what was read before. */
  readonly settings: () => Promise<SupervisorSettings>;
  /** Environments of tasks by task id. They live here and nowhere else. */
  readonly handoffs: Map<string, Readonly<Record<string, string>>>;
  readonly running: Map<string, WatchedAttempt>;
  /** Asks for a look at everything soon. */
  readonly poke: () => void;
  /** Takes down what a worker did. */
  readonly record: Recorder;
  /** Says something to whoever reads the supervisor's log. */
  readonly log: (line: string) => void;
  epoch: number;
  /** Hash of the record at which hooks were last told whether anything is new; null before. */
  settledHash: string | null;
}
