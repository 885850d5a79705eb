import { spawn } from 'node:child_process';
import { isWorkerRequest, resultReply } from '../test/e2e/worker-script.ts';
import { ensureClient } from '../test/harness/ensure-client.ts';
import type { RequestFilter } from '../test/harness/model-request.ts';
import { isTurn } from '../test/harness/model-request.ts';
import type { ModelServer } from '../test/harness/model-server.ts';
import { startModelServer } from '../test/harness/model-server.ts';
import { endProcess } from '../test/harness/processes.ts';
import type { TestProject } from '../test/harness/project.ts';
import type { Measure } from './bench.ts';
import type { TimedCall } from './clock.ts';
import { atMost } from './row.ts';
import { alternate, ratioOf, spreadOf } from './stats.ts';
import { createWorld, type World } from './world.ts';

/**
 * From the end of the hook that answered to the worker's first request, with the real client and a scripted model;
 * against a plain `claude -p`, and against the client's own way of working in the background.
 */
export const firstRequest: Measure = {
  name: 'first-request',
  async run(bench) {
    const { path: client, version } = await ensureClient({ log: bench.say });
    await using server = await startModelServer((request) =>
      isWorkerRequest(request) ? resultReply(request) : { text: 'ok' },
    );
    await using world = await createWorld(bench, { client, serverUrl: server.url });
    const taken = await alternate(bench.rounds, subjectsOf(world, server, client));
    const plain = spreadOf(taken.plain).median;
    return {
      heading: 'Hook answered to first request / floor',
      rows: [
        atMost('supervisor cold / claude -p', ratioOf(taken.cold, taken.plain), 1.5),
        atMost('supervisor warm / claude -p', ratioOf(taken.warm, taken.plain), 1.3),
        atMost('supervisor cold / claude --bg', ratioOf(taken.cold, taken.dispatched), 0.6),
      ],
      notes: [
        `Client ${version}, no plugins in the floors. claude -p took ${plain.toFixed(0)} ms from its start to its first` +
          ` request; claude --bg ${spreadOf(taken.dispatched).median.toFixed(0)} ms, its service and a spare session` +
          ' already up.',
      ],
    };
  },
};

function subjectsOf(world: World, server: ModelServer, client: string) {
  const call = world.session.background('researcher "analyze the error handling of the importer"');
  const delegate = () => delegated(world, server, call);
  world.project.onCleanup(() => endService(world.project));
  return {
    plain: () => startToRequest(world, server, client, ['-p', 'say ok'], isTurn),
    cold: async () => {
      await world.stopSupervisor();
      return delegate();
    },
    warm: async () => {
      // Whatever ran last, a supervisor is there now: it stays for ten seconds, and this starts one if it must.
      if (world.supervisorPid() === null) await delegate();
      return delegate();
    },
    dispatched: () => startToRequest(world, server, client, ['--bg', 'say ok'], isTurn),
  };
}

/** Milliseconds from the end of the hook to the worker's first request. The task has ended when this resolves. */
async function delegated(world: World, server: ModelServer, call: TimedCall): Promise<number> {
  const from = server.requests.length;
  const hook = spawn(call.command, call.args, {
    cwd: call.cwd,
    env: call.env,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const ended = new Promise<number>((resolve) => hook.once('exit', () => resolve(performance.now())));
  hook.stdin.end(call.input);
  const answeredAt = await ended;
  const { atMs } = await server.waitForRequest(isWorkerRequest, 60_000, from);
  await world.until(({ open }) => open.size === 0, 'the end of the task');
  return atMs - answeredAt;
}

/** Milliseconds from the start of the client to its first request. It has ended when this resolves. */
async function startToRequest(
  world: World,
  server: ModelServer,
  client: string,
  args: readonly string[],
  isFirst: RequestFilter,
): Promise<number> {
  const { project } = world;
  const from = server.requests.length;
  const startedAt = performance.now();
  const child = spawn(client, args, {
    cwd: project.dir,
    env: project.env(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const { atMs } = await server.waitForRequest(isFirst, 60_000, from);
  await closed;
  await server.waitForQuiet();
  const session = /^backgrounded · (\w+)/m.exec(printed)?.[1];
  if (session !== undefined) await removeSession(project, client, session);
  return atMs - startedAt;
}

function removeSession(project: TestProject, client: string, session: string): Promise<void> {
  const child = spawn(client, ['rm', session], { cwd: project.dir, env: project.env(), stdio: 'ignore' });
  return new Promise((resolve) => child.once('close', () => resolve()));
}

/** The client's background service outlives its sessions; this one serves the home of this project alone. */
async function endService(project: TestProject): Promise<void> {
  const served = (await project.processes()).filter(({ command }) =>
    / daemon run | bg-pty-host | --bg-spare /.test(command),
  );
  for (const { pid } of served) await endProcess(pid);
}
