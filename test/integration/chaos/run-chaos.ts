import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pollUntil } from '../../harness/processes.ts';
import { createChance } from './chance.ts';
import type { ChaosMeans, ChaosProject } from './chaos-project.ts';
import { createChaosProject } from './chaos-project.ts';
import type { Verdict } from './judge.ts';
import { judgeChaos } from './judge.ts';
import type { Strike, StrikeScene } from './strikes.ts';
import { STRIKES, strike } from './strikes.ts';
import type { ChaosCommand } from './workers.ts';
import { chaosCommands } from './workers.ts';

/** How much chaos. */
export interface ChaosPlan {
  readonly seed: number;
  readonly rounds: number;
  readonly commands: number;
  readonly means: ChaosMeans;
  readonly slots: number;
  /** For how many half seconds a command lives at most. */
  readonly beatsMax: number;
  /** How long everything may take to end once nobody strikes any more. */
  readonly settleMs: number;
  readonly say: (line: string) => void;
}

/** What it came to. */
export interface ChaosOutcome extends Verdict {
  readonly strikes: Readonly<Record<string, number>>;
  readonly tookMs: number;
}

/** Lets chaos loose on a project of its own, waits until everything has ended, and judges what is left. */
export async function runChaos(plugin: string, plan: ChaosPlan): Promise<ChaosOutcome> {
  const began = performance.now();
  await using chaos = await createChaosProject(plugin, plan.means, plan.slots);
  const acknowledged = new Map<string, ChaosCommand>();
  const strikes = await strikeAll(plugin, plan, chaos, acknowledged);
  plan.say(
    `${plan.means}: ${plan.rounds} rounds are over, waiting for ${openOf(chaos, acknowledged).length} tasks`,
  );
  await settle(plan, chaos, acknowledged);
  const verdict = await judgeChaos(chaos, acknowledged);
  if (verdict.problems.length > 0) plan.say(chaos.log());
  return { ...verdict, strikes, tookMs: performance.now() - began };
}

async function strikeAll(
  plugin: string,
  plan: ChaosPlan,
  chaos: ChaosProject,
  acknowledged: Map<string, ChaosCommand>,
): Promise<Record<string, number>> {
  const chance = createChance(plan.seed);
  const left = chaosCommands(plan.commands, plan.beatsMax, chance);
  const beside = new Set<Promise<unknown>>();
  const scene: StrikeScene = {
    chaos,
    chance,
    startSupervisor: () => startSupervisor(plugin, chaos),
    open: () => openOf(chaos, acknowledged),
    beside: (work) => {
      const noted = work.catch(() => undefined).finally(() => beside.delete(noted));
      beside.add(noted);
    },
    submitter: {
      file: join(plugin, 'bin/outloop'),
      args: ['submit', '--command', 'sh beat.sh "$OUTLOOP_TASK_ID" "$OUTLOOP_ATTEMPT" main 2'],
    },
  };
  const struck: Record<string, number> = {};
  for (let round = 0; round < plan.rounds; round++) {
    // All of them in the first half, so that in the second the slots are full.
    const due = Math.min(plan.commands, Math.ceil((2 * (round + 1) * plan.commands) / plan.rounds));
    while (plan.commands - left.length < due) await submitNext(chaos, left, acknowledged);
    const what: Strike = chance.weighted(STRIKES);
    const done = await strike(what, scene);
    struck[done ? what : 'nobody there'] = (struck[done ? what : 'nobody there'] ?? 0) + 1;
    if ((round + 1) % 20 === 0) plan.say(`${plan.means}: round ${round + 1} of ${plan.rounds}`);
    // Who watches a task starts the supervisor again that he finds gone.
    if (beside.size < 4) scene.beside(chaos.watch(scene.open().at(-1)));
    await sleep(chance.between(20, 500));
  }
  await Promise.all(beside);
  return struck;
}

async function submitNext(
  chaos: ChaosProject,
  left: ChaosCommand[],
  acknowledged: Map<string, ChaosCommand>,
): Promise<void> {
  const command = left.shift();
  if (command === undefined) return;
  acknowledged.set(await chaos.submit(command.command, command.retries), command);
}

function openOf(chaos: ChaosProject, acknowledged: ReadonlyMap<string, ChaosCommand>): string[] {
  const ended = endedIn(chaos);
  return [...acknowledged.keys()].filter((id) => !ended.has(id));
}

function endedIn(chaos: ChaosProject): Set<string> {
  return new Set(
    chaos.journal().flatMap(({ event, task_id }) => (event === 'task.ended' ? (task_id ?? []) : [])),
  );
}

function startSupervisor(plugin: string, { project }: ChaosProject): void {
  const child = spawn(process.execPath, [join(plugin, 'dist/bin/supervisor.cjs'), project.dir], {
    cwd: project.dir,
    env: project.env(),
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.stdin?.on('error', () => undefined);
  child.stdin?.end('{"type":"wake","handoffs":[]}\n');
  child.unref();
}

// What would never end by itself is cancelled; all else must end without help, but for somebody who watches.
async function settle(
  plan: ChaosPlan,
  chaos: ChaosProject,
  acknowledged: ReadonlyMap<string, ChaosCommand>,
): Promise<void> {
  const submitted = () =>
    chaos.journal().flatMap(({ event, task_id }) => (event === 'task.submitted' ? (task_id ?? []) : []));
  const open = () => {
    const ended = endedIn(chaos);
    return submitted().filter((id) => !ended.has(id));
  };
  const isEndless = (id: string) => acknowledged.get(id)?.kind === 'stubbornForever';
  for (const id of open().filter(isEndless)) await chaos.outloop('cancel', id);
  await pollUntil(
    async () => {
      const [first] = open();
      if (first === undefined) return true;
      await chaos.watch(first);
      return false;
    },
    plan.settleMs,
    200,
  );
}
