import type { ProcessStart } from '../../src/process/processes.ts';
import type { Chance } from './chance.ts';
import { type Node, type SimulatedFiles, systemError } from './files.ts';
import type { Machine, SimulatedProcess } from './machine.ts';

/** What a worker does, and how it ends if nobody ends it. */
export interface WorkerPlan {
  readonly runMs: number;
  readonly lines: number;
  /** Of a command. */
  readonly exitCode: number;
  readonly ignoresTerm: boolean;
  /** What it starts: in its group, in a session of its own, or with an environment without the mark. */
  readonly children: readonly ('group' | 'session' | 'cleared')[];
  /** When its memory goes over every limit; null for never. */
  readonly bloatsAfterMs: number | null;
  readonly failsToStart: boolean;
  /** Of a client: what its result line says. */
  readonly ending: 'completed' | 'failed' | 'rate limited' | 'overloaded' | 'nothing';
  readonly costUsd: number;
  readonly tokens: number;
}

/** A worker that has something of everything. */
export function drawPlan(chance: Chance): WorkerPlan {
  const endings = ['completed', 'completed', 'completed', 'failed', 'rate limited', 'overloaded', 'nothing'];
  return {
    runMs: chance.happens(0.12) ? chance.between(13_000, 30_000) : chance.between(200, 4_000),
    lines: chance.between(0, 3),
    exitCode: chance.happens(0.75) ? 0 : chance.pick([1, 2, 126]),
    ignoresTerm: chance.happens(0.2),
    children: Array.from({ length: chance.happens(0.4) ? chance.between(1, 3) : 0 }, () =>
      chance.pick(['group', 'session', 'cleared'] as const),
    ),
    bloatsAfterMs: chance.happens(0.06) ? chance.between(500, 6_000) : null,
    failsToStart: chance.happens(0.03),
    ending: chance.pick(endings) as WorkerPlan['ending'],
    costUsd: chance.between(1, 40) / 100,
    tokens: chance.between(100, 3_000),
  };
}

/** Where workers live. */
export interface WorkerWorld {
  readonly machine: Machine;
  readonly files: SimulatedFiles;
  readonly chance: Chance;
  readonly planOf: (taskId: string, attempt: number) => WorkerPlan;
}

/** Starts a worker as the supervisor asked for it: its output goes where its descriptors lead. */
export function startWorker(
  world: WorkerWorld,
  start: ProcessStart,
  parent: SimulatedProcess,
): SimulatedProcess {
  const { machine, files, chance } = world;
  const taskId = start.env.OUTLOOP_TASK_ID ?? '';
  const attempt = Number(start.env.OUTLOOP_ATTEMPT);
  const plan = world.planOf(taskId, attempt);
  if (plan.failsToStart) throw systemError('EAGAIN', 'spawn');
  const marks = [`OUTLOOP_TASK_ID=${taskId}`];
  const work = { taskId, attempt };
  const leader = machine.create({
    kind: 'worker',
    parent: parent.pid,
    marks,
    work,
    environment: start.env,
    ignoresTerm: plan.ignoresTerm,
  });
  const isContained = start.program === 'unshare';
  for (const child of plan.children) {
    machine.later(chance.between(1, 800), leader, () => {
      machine.create({
        kind: 'worker',
        parent: leader.pid,
        ...(child === 'session' ? {} : { group: leader.pid }),
        marks: child === 'cleared' ? [] : marks,
        work,
        ignoresTerm: chance.happens(0.3),
        endsWithParent: isContained,
      });
    });
  }
  const out = files.of(start.stdio[1]).node;
  const say = (text: string) => files.store(out, Buffer.from(`${text}\n`), out.size);
  if (plan.bloatsAfterMs !== null) {
    machine.later(plan.bloatsAfterMs, leader, () => {
      leader.memoryBytes = 40 * 1024 ** 3;
    });
  }
  const exitPath = isClient(start) ? null : (start.args.at(-1) ?? '');
  const worker: Worker = { world, leader, plan, say };
  if (exitPath === null) runClient(worker, taskId);
  else runCommand(worker, exitPath);
  return leader;
}

interface Worker {
  readonly world: WorkerWorld;
  readonly leader: SimulatedProcess;
  readonly plan: WorkerPlan;
  readonly say: (text: string) => void;
}

function isClient({ args }: ProcessStart): boolean {
  return args.includes('stream-json');
}

function runCommand({ world, leader, plan, say }: Worker, exitPath: string): void {
  const { machine, files } = world;
  for (let line = 1; line <= plan.lines; line++) {
    machine.later((plan.runMs * line) / (plan.lines + 1), leader, () => say(`line ${line}`));
  }
  machine.later(plan.runMs, leader, () => {
    endChildren(machine, leader);
    // The outer shell writes down how the inner one ended, then it ends too.
    const written: Node = files.newNode('file');
    files.store(written, Buffer.from(`${plan.exitCode}\n`), 0);
    if (files.at(exitPath.slice(0, exitPath.lastIndexOf('/'))) !== undefined) files.put(exitPath, written);
    machine.later(world.chance.between(0, 3), leader, () => machine.end(leader, plan.exitCode, null));
  });
}

function runClient({ world, leader, plan, say }: Worker, taskId: string): void {
  const { machine } = world;
  machine.later(plan.runMs * 0.1, leader, () => {
    say(
      JSON.stringify({
        type: 'system',
        subtype: 'init',
        session_id: taskId,
        model: 'm',
        cwd: '/',
        tools: [],
      }),
    );
  });
  for (let line = 1; line <= plan.lines; line++) {
    machine.later((plan.runMs * line) / (plan.lines + 1), leader, () => {
      const usage = { input_tokens: Math.ceil(plan.tokens / (plan.lines + 1)), output_tokens: 1 };
      const content = [{ type: 'text', text: `step ${line}` }];
      say(JSON.stringify({ type: 'assistant', message: { id: `m${line}`, model: 'm', content, usage } }));
    });
  }
  machine.later(plan.runMs, leader, () => {
    endChildren(machine, leader);
    const code = plan.ending === 'completed' || plan.ending === 'failed' ? 0 : 1;
    if (plan.ending !== 'nothing') say(JSON.stringify(resultLine(plan)));
    machine.later(world.chance.between(0, 3), leader, () => machine.end(leader, code, null));
  });
}

function resultLine({ ending, costUsd, tokens }: WorkerPlan): object {
  const result = {
    summary: 'It is done.',
    work_performed: [],
    files: [],
    next_steps: [],
    issues: [],
    handoff: '',
  };
  const status = { 'rate limited': 429, overloaded: 529 }[ending as string];
  return {
    type: 'result',
    subtype: 'success',
    is_error: status !== undefined,
    result: status === undefined ? 'done' : `API Error: ${status}`,
    ...(status === undefined ? { structured_output: { ...result, status: ending } } : {}),
    ...(status === undefined ? {} : { api_error_status: status }),
    num_turns: 1,
    total_cost_usd: costUsd,
    usage: { input_tokens: tokens, output_tokens: 1 },
    permission_denials: [],
  };
}

function endChildren(machine: Machine, leader: SimulatedProcess): void {
  // Those in a session of their own stay: that is what they are for.
  for (const child of machine.living()) {
    if (child.parent === leader.pid && child.group === leader.pid) machine.end(child, 0, null);
  }
}
