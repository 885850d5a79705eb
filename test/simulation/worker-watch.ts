import type { JournalRecord, ProcessIdentity, TaskEnded } from '../../src/domain/events.ts';
import type { Counts } from './counts.ts';
import type { SimulatedFiles } from './files.ts';
import type { Kernel } from './kernel.ts';
import type { Machine, MachineWatcher, SimulatedProcess } from './machine.ts';
import type { Model } from './model.ts';
import type { Violations } from './violations.ts';

/** What looking at the processes needs of the world. */
export interface WatchedWorld {
  readonly counts: Counts;
  readonly violations: Violations;
  readonly model: Model;
  readonly kernel: Kernel;
  readonly machine: Machine;
  readonly follower: { readonly follow: () => void };
  readonly files: SimulatedFiles;
  readonly paths: { readonly internal: string };
  readonly hadEmergency: boolean;
  /** Supervisors that others are blind for, as `pid start`. */
  readonly unseen: ReadonlySet<string>;
  readonly fault: (name: string) => void;
  readonly say: (line: string) => void;
}

/** What really became of an attempt's worker. */
interface Truth {
  readonly bornAt: number;
  readonly boot: number;
  readonly leader: SimulatedProcess;
  gone: { readonly code: number | null; readonly signal: string | null } | null;
  /** How long it could work, up to `since`. */
  activeMs: number;
  since: number;
  /** A successor found no card of it: then it may take what the worker has left behind for the worker. */
  isCardless: boolean;
  /** When the last of its tree was gone, by the monotonic clock; the worker may be gone before. */
  readonly born: number;
  lastGone: number;
}

/** Looks at the processes themselves: what the journal says of them must be so. */
export class WorkerWatch implements MachineWatcher {
  private readonly world: WatchedWorld;
  private readonly truths = new Map<string, Truth>();
  /** The supervisor that the journal names. */
  private inCharge: ProcessIdentity | null = null;

  constructor(world: WatchedWorld) {
    this.world = world;
  }

  onBorn(born: SimulatedProcess): void {
    const { work } = born;
    if (work === null || born.group !== born.pid || born.parent === 1) return;
    const parent = this.world.machine.find(born.parent);
    if (parent?.kind !== 'supervisor') return;
    const key = `${work.taskId}#${work.attempt}`;
    this.world.counts.add('event: worker started');
    this.world.say(`    worker ${born.pid} of ${key.slice(-6)} starts`);
    const { violations, model, kernel, machine } = this.world;
    this.world.follower.follow();
    const task = model.tasks.get(work.taskId);
    const isMeant = task?.phase === 'running' && task.attempt === work.attempt;
    violations.expect(
      isMeant,
      'oneAttempt',
      () => `a worker of ${key} starts while the task is ${task?.phase}`,
    );
    const others = machine.living().filter((one) => one !== born && one.work?.taskId === work.taskId);
    violations.expect(others.length === 0, 'oneAttempt', () => `${key} starts beside pid ${others[0]?.pid}`);
    violations.expect(!this.truths.has(key), 'oneAttempt', () => `${key} runs twice`);
    const truth: Truth = {
      bornAt: kernel.now,
      boot: machine.boot,
      leader: born,
      gone: null,
      activeMs: 0,
      since: kernel.monotonic(),
      born: kernel.monotonic(),
      lastGone: 0,
      isCardless: false,
    };
    this.truths.set(key, truth);
    born.onEnd.push((code, signal) => {
      this.activeMs(truth);
      truth.gone = { code, signal };
    });
  }

  onGone(gone: SimulatedProcess): void {
    if (gone.kind !== 'worker') return;
    const truth = this.truths.get(`${gone.work?.taskId}#${gone.work?.attempt}`);
    if (truth !== undefined) truth.lastGone = this.world.kernel.monotonic();
    this.world.counts.add('event: process gone');
    this.world.say(`    process ${gone.pid} of ${gone.work?.taskId.slice(-4)}#${gone.work?.attempt} is gone`);
  }

  onSignal(target: SimulatedProcess, signal: string, isLost: boolean): void {
    const { violations, counts } = this.world;
    counts.add(`signal: ${signal}`);
    counts.add('event: signal');
    if (isLost) this.world.fault('lost signal');
    const isOurs = target.kind === 'worker' || (target.kind === 'supervisor' && signal === 'SIGKILL');
    violations.expect(isOurs, 'strangers', () => `${signal} to pid ${target.pid}, a ${target.kind}`);
    if (target.work === null || (signal !== 'SIGSTOP' && signal !== 'SIGCONT')) return;
    const truth = this.truths.get(`${target.work.taskId}#${target.work.attempt}`);
    if (truth?.leader === target) this.activeMs(truth);
  }

  onRecord(record: JournalRecord): void {
    if (record.event === 'supervisor.started') this.expectAlone(record.process);
    if (record.event === 'supervisor.stopped') this.inCharge = null;
    if (record.event === 'attempt.failed') this.expectGone(record.task_id, `#${record.attempt} failed`);
    if (record.event === 'task.ended') {
      this.expectGone(record.task_id, `ended as ${record.status}`);
      this.checkEnd(record);
    }
  }

  private hasCard(key: string, { leader }: Truth): boolean {
    const [taskId, attempt] = key.split('#');
    const node = this.world.files.at(`${this.world.paths.internal}/attempts/${taskId}.json`);
    const text = node === undefined ? '' : node.bytes.toString('utf8', 0, node.size);
    return text.includes(`"attempt":${attempt},"leader":{"pid":${leader.pid},`);
  }

  private expectAlone(process: ProcessIdentity): void {
    const { machine, unseen, violations } = this.world;
    for (const [key, truth] of this.truths) truth.isCardless ||= !this.hasCard(key, truth);
    const before = this.inCharge;
    this.inCharge = process;
    if (before === null || machine.exactly(before) === undefined) return;
    const isSeen = !unseen.has(`${before.pid} ${before.start}`);
    violations.expect(
      !isSeen,
      'oneSupervisor',
      () => `pid ${process.pid} takes the place of ${before.pid}, which lives`,
    );
  }

  /** How long a worker that lives has worked; null for one that does not. */
  workedMs(taskId: string, attempt: number): number | null {
    const truth = this.truths.get(`${taskId}#${attempt}`);
    return truth === undefined || truth.gone !== null ? null : this.activeMs(truth);
  }

  private activeMs(truth: Truth): number {
    const now = this.world.kernel.monotonic();
    if (truth.gone === null && !truth.leader.stopped) truth.activeMs += now - truth.since;
    truth.since = now;
    return truth.activeMs;
  }

  private expectGone(taskId: string, what: string): void {
    const left = this.world.machine.living().filter((one) => one.work?.taskId === taskId);
    const pids = () =>
      left.map(({ pid, group, marks }) => `${pid} (group ${group}, ${marks.length} marks)`).join(', ');
    this.world.violations.expect(
      left.length === 0,
      'endedMeansEnded',
      () => `${taskId} ${what}, alive: ${pids()}`,
    );
  }

  private checkEnd({ task_id: id, status }: TaskEnded): void {
    const { violations, model } = this.world;
    const task = model.tasks.get(id);
    if (task === undefined) return;
    const truth = this.truths.get(`${id}#${task.attempt}`);
    const gone = truth?.gone ?? null;
    const expectTrue = (isTrue: boolean, what: string) =>
      violations.expect(isTrue, 'trueEnds', () => `${id}#${task.attempt} ended as ${status}, but ${what}`);
    if (status === 'completed')
      expectTrue(gone?.code === 0, `its worker ended with ${gone?.code} ${gone?.signal}`);
    if (status === 'cancelled') {
      expectTrue(task.cancelAsked || this.world.hadEmergency, 'nobody asked for that');
    }
    if (
      status === 'lost' &&
      task.submitted.command !== undefined &&
      truth?.boot === this.world.machine.boot
    ) {
      expectTrue(gone === null || gone.code === null, `it ended by itself with ${gone?.code}`);
    }
    if (status === 'timed_out') {
      const { timeout_ms: timeoutMs, limits } = task.submitted.options;
      const allowed = Math.min(timeoutMs, limits?.silence_ms ?? timeoutMs);
      const worked = Math.round(truth?.activeMs ?? 0);
      const isRemnant = truth?.isCardless === true && truth.lastGone - truth.born > worked + 1_000;
      violations.expect(
        isRemnant || worked >= allowed - 100,
        'limits',
        () => `${id} timed out after ${worked} of ${allowed} ms of work`,
      );
    }
  }
}
