import type { OpenTask } from '../../src/domain/state.ts';
import { type Journal, openJournal } from '../../src/journal/journal.ts';
import { nodeDisk } from '../../src/journal/journal-file.ts';
import type { SupervisorSettings } from '../../src/supervisor/context.ts';
import { type ReportsPaths, reportsPaths } from '../../src/workspace/paths.ts';
import type { Session, SimulatedSupervisor } from './cast.ts';
import type { Chance } from './chance.ts';
import { Counts } from './counts.ts';
import { FaultyFiles } from './faulty-files.ts';
import { SimulatedFiles } from './files.ts';
import { type Actor, Kernel } from './kernel.ts';
import { SimulatedLock } from './lock.ts';
import { Machine } from './machine.ts';
import { Model } from './model.ts';
import { Network } from './network.ts';
import { RecordFollower } from './record-follower.ts';
import { mountFiles } from './simulated-fs.ts';
import { mountKernel } from './simulated-transact.ts';
import { Violations } from './violations.ts';
import { drawPlan, type WorkerPlan } from './worker.ts';
import { WorkerWatch } from './worker-watch.ts';

export const ROOT = '/project';
export const RUNTIME = {
  folder: '/run/outloop',
  socket: '/run/outloop/a.sock',
  streams: '/run/outloop/a.streams',
};
export const PERSON_FOLDER = '/person';
export const PLUGIN_ROOT = '/plugin';

/** Everything of one history: the machine, its disk, and whoever looks on. */
export class World {
  readonly chance: Chance;
  readonly counts = new Counts();
  readonly violations = new Violations();
  readonly kernel: Kernel;
  readonly machine: Machine;
  readonly files = new SimulatedFiles();
  readonly faultyFiles: FaultyFiles;
  readonly network: Network;
  readonly lock: SimulatedLock;
  readonly model: Model;
  readonly workers: WorkerWatch;
  readonly follower: RecordFollower;
  readonly paths: ReportsPaths = reportsPaths({ root: ROOT, reports: `${ROOT}/reports` });
  settings: SupervisorSettings;
  /** What happened, line by line, where somebody wants to read it. */
  readonly log: string[] = [];
  private readonly isLogged: boolean;
  /** Supervisors that others are blind for, as `pid start`. */
  readonly unseen = new Set<string>();
  readonly supervisors: SimulatedSupervisor[] = [];
  readonly sessions: Session[] = [];
  /** Tasks whose submit was acknowledged. */
  readonly acknowledged = new Set<string>();
  /** Tasks whose end somebody was told. */
  readonly given = new Set<string>();
  /** Since when a task waits for nothing. */
  readonly stuckSince = new Map<string, number>();
  /** Until then something may be slow. */
  troubledUntil = 0;
  hadEmergency = false;
  /** No more faults, and nothing new. */
  isCalm = false;
  private clockSetBack = { highest: 0, until: 0 };
  private readonly plans = new Map<string, WorkerPlan>();

  constructor(chance: Chance, isLogged: boolean) {
    this.chance = chance;
    this.isLogged = isLogged;
    this.kernel = new Kernel(chance);
    this.kernel.preemption = chance.pick([0, 0.01, 0.05, 0.15]);
    this.settings = drawSettings(chance);
    const { slots, machineSlots, perAgent } = this.settings;
    const slotsPerTask = Math.min(slots, machineSlots ?? slots);
    this.model = new Model({ slots, slotsPerTask, perAgent }, this.violations, this.counts);
    this.workers = new WorkerWatch(this);
    this.machine = new Machine(this.kernel, this.workers);
    this.network = new Network(this.kernel);
    this.lock = new SimulatedLock(this.kernel, () => this.fault('stolen lock'));
    this.faultyFiles = new FaultyFiles(this);
    this.files.faults = this.faultyFiles;
    this.follower = new RecordFollower(this);
    for (const folder of [ROOT, '/run/outloop', PERSON_FOLDER, '/plugin/agents', '/bin', '/dev'])
      this.files.makeFolders(folder);
    this.files.put('/dev/null', this.files.newNode('file'));
    this.files.put('/bin/claude', this.files.newNode('file'));
    for (const agent of ['researcher', 'coder', 'reviewer']) {
      const file = this.files.newNode('file');
      this.files.store(file, Buffer.from(`---\nname: ${agent}\n---\nWork.\n`), 0);
      this.files.put(`/plugin/agents/${agent}.md`, file);
    }
    mountFiles(this.files);
    mountKernel(this.kernel);
    this.kernel.afterEach = () => this.follower.follow();
  }

  /** The journal as one process sees it. */
  journalOf(actor: Actor): Journal {
    return openJournal(
      { journal: this.paths.journal, internal: this.paths.internal },
      nodeDisk,
      this.lock.for(actor),
    );
  }

  /** What the worker of an attempt does. */
  planOf(taskId: string, attempt: number): WorkerPlan {
    const key = `${taskId}#${attempt}`;
    const plan = this.plans.get(key) ?? drawPlan(this.chance);
    this.plans.set(key, plan);
    return plan;
  }

  trouble(ms: number): void {
    this.troubledUntil = Math.max(this.troubledUntil, this.kernel.now + ms);
    for (const supervisor of this.supervisors)
      supervisor.freshAt = Math.max(supervisor.freshAt, this.kernel.now);
  }

  /** Sets the clock on the wall. */
  setClock(byMs: number): void {
    this.clockSetBack = { highest: this.latestWall(), until: this.kernel.now + 20_000 };
    this.kernel.wallSkewMs += byMs;
    if (byMs < 0) this.model.clockWasSetBack = true;
  }

  /** The latest time that a decision of the last moments may have read. */
  latestWall(): number {
    const { highest, until } = this.clockSetBack;
    return this.kernel.now < until ? Math.max(highest + 20_000, this.kernel.wall()) : this.kernel.wall();
  }

  /** What the machine or the person's day may keep waiting, which the checks do not follow. */
  mayBeHeld(task: OpenTask): boolean {
    const { daily, machineSlots } = this.settings;
    return machineSlots !== undefined || (daily.budgetUsd !== undefined && task.command === undefined);
  }

  fault(name: string): void {
    this.counts.add(`fault: ${name}`);
    this.say(`FAULT ${name}`);
  }

  say(line: string): void {
    if (!this.isLogged) return;
    this.log.push(`${(this.kernel.now / 1000).toFixed(3).padStart(9)} ${line}`);
  }
}

function drawSettings(chance: Chance): SupervisorSettings {
  const slots = chance.between(2, 7);
  return {
    segmentBytesMax: chance.happens(0.3) ? 20_000 : 8_000_000,
    slots,
    perAgent: chance.happens(0.4) ? { command: Math.max(1, slots - 1), researcher: 1 } : {},
    clientPath: '/bin/claude',
    containment: 'auto',
    daily: {
      budgetUsd: chance.happens(0.15) ? chance.between(1, 4) : undefined,
      tokens: undefined,
    },
    machineSlots: chance.happens(0.3) ? chance.between(1, slots) : undefined,
    afterRestart: chance.happens(0.7) ? 'pause' : 'resume',
  };
}
