import type { AttemptStarted, JournalRecord, TaskEnded, TaskSubmitted } from '../../src/domain/events.ts';
import type { Counts } from './counts.ts';
import { checkStart, type ModelCapacity, type ModelTask } from './start-checks.ts';
import type { Violations } from './violations.ts';

/**
 * A second, plain reading of the journal: it shares no code with the fold, and checks each record against those before it.
 */
export class Model {
  readonly tasks = new Map<string, ModelTask>();
  readonly paused = new Set<string>();
  readonly occurrences = new Set<string>();
  readonly schedules = new Map<string, boolean>();
  /** Raised notices, and whether they were heard. */
  readonly raised = new Map<string, boolean>();
  /** Then times that were far are near. */
  clockWasSetBack = false;
  epoch = 0;
  records = 0;
  private readonly capacity: ModelCapacity;
  private readonly violations: Violations;
  private readonly counts: Counts;

  constructor(capacity: ModelCapacity, violations: Violations, counts: Counts) {
    this.capacity = capacity;
    this.violations = violations;
    this.counts = counts;
  }

  /** Takes one record of the history in. @param wall the clock on the wall */
  take(record: JournalRecord, wall: number): void {
    this.records += 1;
    switch (record.event) {
      case 'task.submitted':
        this.onSubmitted(record);
        return;
      case 'attempt.started':
        this.onStarted(record, wall);
        return;
      case 'attempt.failed':
        this.onFailed(record);
        return;
      case 'cancel.requested': {
        const task = this.tasks.get(record.task_id);
        if (task === undefined || task.phase === 'ended' || task.cancelAsked) return;
        task.cancelAsked = true;
        this.step(`cancel asked while ${task.phase}`);
        return;
      }
      case 'task.paused':
      case 'task.resumed': {
        const task = this.tasks.get(record.task_id);
        if (task?.phase !== 'running') return;
        task.paused = record.event === 'task.paused';
        this.step(task.paused ? 'running → paused' : 'paused → running');
        return;
      }
      case 'queue.paused':
        this.paused.add(record.scope);
        this.step(`${record.scope} paused`);
        return;
      case 'queue.resumed':
        this.paused.delete(record.scope);
        this.step(`${record.scope} resumed`);
        return;
      case 'task.ended':
        this.onEnded(record);
        return;
      case 'notice.raised':
        this.onRaised(record);
        return;
      case 'notice.heard':
        this.onHeard(record.task_ids, record.by);
        return;
      default:
        this.onOther(record);
        return;
    }
  }

  /** The tasks that run, but for one. */
  running(but = ''): ModelTask[] {
    return [...this.tasks.values()].filter(({ id, phase }) => phase === 'running' && id !== but);
  }

  step(name: string): void {
    this.counts.add(`transition: ${name}`);
  }

  private must(...[holds, name, what]: Parameters<Violations['expect']>): void {
    this.violations.expect(holds, name, what);
  }

  private onOther(record: JournalRecord): void {
    switch (record.event) {
      case 'supervisor.started':
        this.must(
          record.epoch === this.epoch + 1,
          'oneSupervisor',
          () => `epoch ${record.epoch} after ${this.epoch}`,
        );
        this.epoch = record.epoch;
        this.step('supervisor starts');
        return;
      case 'supervisor.stopped':
        this.step('supervisor leaves');
        return;
      case 'journal.closed':
      case 'journal.continued':
        this.step(record.event.replace('.', ' '));
        return;
      case 'schedule.added':
        this.schedules.set(record.spec.schedule_id, false);
        this.step('schedule added');
        return;
      case 'schedule.paused':
      case 'schedule.resumed':
        this.schedules.set(record.schedule_id, record.event === 'schedule.paused');
        this.step(record.event.replace('.', ' '));
        return;
      case 'schedule.removed':
        this.schedules.delete(record.schedule_id);
        this.step('schedule removed');
        return;
      case 'schedule.skipped':
        this.use(record.schedule_id, record.planned_at ?? '');
        this.step('occurrence passed over');
        return;
    }
  }

  private onSubmitted(record: TaskSubmitted): void {
    const id = record.task_id;
    this.must(!this.tasks.has(id), 'oneEnd', () => `${id} is submitted twice`);
    this.tasks.set(id, {
      id,
      submitted: record,
      phase: 'queued',
      attempt: 0,
      cancelAsked: false,
      paused: false,
      retryAt: 0,
      status: null,
      heard: false,
    });
    const occurrence = record.occurrence_of;
    if (occurrence === undefined) {
      this.step('→ queued');
      return;
    }
    this.use(occurrence.schedule_id, occurrence.planned_at);
    const isLive = this.schedules.get(occurrence.schedule_id) === false && !this.paused.has('schedules');
    this.must(isLive, 'schedules', () => `${id} is of a schedule that is paused or gone`);
    this.step('schedule → queued');
  }

  private use(scheduleId: string, plannedAt: string): void {
    const key = `${scheduleId} ${plannedAt}`;
    this.must(!this.occurrences.has(key), 'schedules', () => `${key} comes twice`);
    this.occurrences.add(key);
  }

  private onStarted(record: AttemptStarted, wall: number): void {
    const task = this.tasks.get(record.task_id);
    const { violations } = this;
    if (task === undefined) {
      violations.add('oneAttempt', `${record.task_id} starts and was never submitted`);
      return;
    }
    checkStart({
      task,
      record,
      others: this.running(task.id),
      tasks: this.tasks,
      isPaused: this.paused.has('queue') || this.paused.has('emergency'),
      isDue: task.retryAt <= wall || this.clockWasSetBack,
      epoch: this.epoch,
      capacity: this.capacity,
      violations,
    });
    this.step(task.attempt === 0 ? 'queued → running' : 'queued → running again');
    task.phase = 'running';
    task.attempt = record.attempt;
    task.paused = false;
  }

  private onFailed(record: Extract<JournalRecord, { event: 'attempt.failed' }>): void {
    const task = this.tasks.get(record.task_id);
    const is = task?.phase === 'running' && task.attempt === record.attempt;
    this.must(is, 'oneAttempt', () => `${record.task_id}#${record.attempt} fails and does not run`);
    this.must(record.epoch === this.epoch, 'oneSupervisor', () => `epoch ${record.epoch} retries`);
    if (task === undefined) return;
    this.must(!task.cancelAsked, 'pauses', () => `${task.id} is tried again though it was cancelled`);
    task.phase = 'queued';
    task.paused = false;
    task.retryAt = Date.parse(record.retry_at);
    this.step(`running → queued (${record.failure_class})`);
  }

  private onEnded(record: TaskEnded): void {
    const task = this.tasks.get(record.task_id);
    if (task === undefined) {
      this.violations.add('oneEnd', `${record.task_id} ends and was never submitted`);
      return;
    }
    this.must(
      task.phase !== 'ended',
      'oneEnd',
      () => `${task.id} ended as ${task.status} and then as ${record.status}`,
    );
    this.must(record.epoch === this.epoch, 'oneSupervisor', () => `epoch ${record.epoch} ends ${task.id}`);
    const isPossible = task.phase !== 'queued' || UNSTARTED_ENDS.has(record.status);
    this.must(isPossible, 'trueEnds', () => `${task.id} ends as ${record.status} while it waits`);
    this.step(`${task.phase} → ${record.status}`);
    task.phase = 'ended';
    task.status = record.status;
  }

  private onRaised({
    notice_id: id,
    task_id: taskId,
  }: Extract<JournalRecord, { event: 'notice.raised' }>): void {
    this.must(!this.raised.has(id), 'notices', () => `${id} is raised twice`);
    this.raised.set(id, false);
    this.step(`${this.tasks.get(taskId)?.phase} → notice raised`);
  }

  private onHeard(ids: readonly string[], by: string): void {
    for (const id of ids) {
      const task = this.tasks.get(id);
      const isNotice = this.raised.has(id);
      if (isNotice) this.raised.set(id, true);
      const is = isNotice || task?.phase === 'ended';
      this.must(is, 'notices', () => `${id} is heard and has not ended`);
      if (task !== undefined) task.heard = true;
      this.step(`${isNotice ? 'notice' : 'ended'} → heard (${by})`);
    }
  }
}

/** How a task can end that does not run. */
const UNSTARTED_ENDS: ReadonlySet<string> = new Set(['cancelled', 'dependency_failed']);
