import { closeSync, constants, openSync } from 'node:fs';
import { join } from 'node:path';
import { loadAgentDefinition } from '../context/agent-definition.ts';
import { reportsOfPredecessors } from '../context/came-before.ts';
import { isAgentName } from '../domain/agents.ts';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import { workResultJsonSchema } from '../domain/work-result.ts';
import { withoutCredentials, workerEnvironment } from '../ipc/environment.ts';
import { createFold } from '../observe/fold-line.ts';
import { createRedactor } from '../observe/redact.ts';
import type { ContainedCommand } from '../process/containment.ts';
import { containedCommand, containedScript, containmentOf } from '../process/containment.ts';
import type { StartedProcess } from '../process/processes.ts';
import { commandScript, exitCodePath } from '../runners/command.ts';
import { findClient } from '../runners/find-client.ts';
import type { HeadlessSpec } from '../runners/headless-command.ts';
import { headlessArguments, workerMarks } from '../runners/headless-command.ts';
import { pluginIds } from '../runners/plugin-ids.ts';
import type { WorkspaceFiles } from '../workspace/paths.ts';
import { keepAttemptCard } from './attempt-card.ts';
import type { RunningTask, SupervisorContext, WatchedAttempt } from './context.ts';
import { createMeter } from './meter.ts';
import { redactedValues } from './redacted-values.ts';
import { openStream } from './stream-reader.ts';
import { outputWatch } from './watch-output.ts';

/**
 * Starts the worker of an attempt, whatever runs it, and puts it under watch.
 * @returns the attempt, also when its worker could not be started
 */
export function spawnWorker(
  context: SupervisorContext,
  task: RunningTask,
  files: WorkspaceFiles,
  clientPath: string | undefined,
): WatchedAttempt {
  const environment = context.handoffs.get(task.id) ?? workerEnvironment(context.env);
  const streamPath = join(context.runtime.streams, `${task.id}.${task.attempt}.stdout`);
  const stderrPath = join(context.runtime.streams, `${task.id}.${task.attempt}.stderr`);
  const spawned = trySpawn(context, task, files, { environment, streamPath, stderrPath, clientPath });
  const child = spawned.ok ? spawned.value : null;
  // Read at once: the identity must be taken while the pid is surely still this child's.
  const leader = child?.pid === undefined ? null : context.processes.identityOf(child.pid);
  const redactText = createRedactor(redactedValues(environment));
  const attempt: WatchedAttempt = {
    task,
    files,
    streamPath,
    stderrPath,
    redact: redactText,
    reader: openStream(streamPath),
    fold: createFold(task, redactText),
    watch: outputWatch(task),
    child,
    leader,
    remembered: new Map(),
    exit: null,
    spawnError: spawned.ok ? null : spawned.failure.message,
    endReason: null,
    ending: false,
    // The kernel knows the members of a namespace or a scope; of a group only an early look sees who leaves it.
    heartbeatAt: context.containment() === 'process group' ? 0 : context.now(),
    exceeded: null,
    meter: createMeter(context.clock(), 0),
    containment: context.containment(),
    pausedSince: null,
    gone: null,
    looksToContinue: 0,
    reportedAt: 0,
  };
  keepAttemptCard(context, attempt);
  child?.onExit((code, signal) => {
    attempt.exit = { code, signal };
    context.poke();
  });
  child?.onError((error) => {
    attempt.spawnError = error.message;
    context.poke();
  });
  return attempt;
}

/** Where a worker runs and writes. */
interface SpawnPlace {
  readonly environment: Readonly<Record<string, string>>;
  readonly streamPath: string;
  readonly stderrPath: string;
  readonly clientPath: string | undefined;
}

function trySpawn(
  context: SupervisorContext,
  task: RunningTask,
  files: WorkspaceFiles,
  place: SpawnPlace,
): Result<StartedProcess> {
  const program =
    task.command === undefined
      ? clientProgram(context, task, files, place)
      : ok(commandProgram(context, task, task.command, place));
  if (!program.ok) return program;
  const { contained, env, stdin, stderrPath } = program.value;
  const opened: number[] = [];
  const open = (path: string, flags: number) => {
    const descriptor = openSync(path, flags, 0o600);
    opened.push(descriptor);
    return descriptor;
  };
  try {
    const append = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW;
    const input = open(stdin, constants.O_RDONLY | constants.O_NOFOLLOW);
    // Files, not pipes: the worker goes on writing when this supervisor is gone.
    return ok(
      context.processes.start({
        ...contained,
        cwd: context.paths.root,
        env,
        stdio: [input, open(place.streamPath, append), open(stderrPath, append)],
      }),
    );
  } catch (error) {
    return fail(failure('spawn_failed', `The worker could not be started: ${(error as Error).message}`));
  } finally {
    for (const descriptor of opened) closeSync(descriptor);
  }
}

/** What is started, and where it reads and writes. */
interface WorkerProgram {
  readonly contained: ContainedCommand;
  readonly env: Readonly<Record<string, string>>;
  readonly stdin: string;
  readonly stderrPath: string;
}

function clientProgram(
  context: SupervisorContext,
  task: RunningTask,
  files: WorkspaceFiles,
  { environment, stderrPath, clientPath }: SpawnPlace,
): Result<WorkerProgram> {
  const client = findClient(
    clientPath,
    environment.PATH,
    environment.OUTLOOP_CLAUDE,
    environment.OUTLOOP_SESSION_CLIENT,
  );
  if (!client.ok) return client;
  const { agent } = task;
  if (!isAgentName(agent)) return fail(failure('spawn_failed', `Task ${task.id} has no command to run.`));
  const definition = loadAgentDefinition(context.pluginRoot, agent);
  if (!definition.ok) return definition;
  const spec: HeadlessSpec = {
    taskId: task.id,
    attempt: task.attempt,
    agent,
    options: task.options,
    root: context.paths.root,
    pluginRoot: context.pluginRoot,
    workerSessionId: task.workerSessionId,
    agentDefinition: definition.value,
    resultSchema: JSON.stringify(workResultJsonSchema),
    pluginIds: pluginIds(environment, context.paths.root),
    depth: Number(environment.OUTLOOP_DEPTH ?? '0') + 1,
  };
  return ok({
    contained: containedCommand(
      context.containment(),
      client.value,
      headlessArguments(spec),
      containmentOf(task),
    ),
    env: { ...environment, ...workerMarks(spec) },
    stdin: files.prime,
    stderrPath,
  });
}

// Both outputs go to one file, so that its lines stand in the order in which they were written.
function commandProgram(
  context: SupervisorContext,
  task: RunningTask,
  command: string,
  { environment, streamPath }: SpawnPlace,
): WorkerProgram {
  const { script, args } = commandScript(command, exitCodePath(streamPath));
  const marks = workerMarks({
    taskId: task.id,
    attempt: task.attempt,
    agent: 'command',
    root: context.paths.root,
    depth: Number(environment.OUTLOOP_DEPTH ?? '0') + 1,
  });
  return {
    contained: containedScript(context.containment(), script, args, containmentOf(task)),
    // The model's credentials are nothing that a command needs, and they would be gone after a restart.
    env: { ...withoutCredentials(environment), ...marks, ...reportsOfPredecessors(context.paths, task) },
    stdin: '/dev/null',
    stderrPath: streamPath,
  };
}
