import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, constants, openSync } from 'node:fs';
import { join } from 'node:path';
import { loadAgentDefinition } from '../context/agent-definition.ts';
import { realPrimeOf } from '../context/prime-of.ts';
import { isAgentName } from '../domain/agents.ts';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import type { OpenTask } from '../domain/state.ts';
import { workResultJsonSchema } from '../domain/work-result.ts';
import { CREDENTIAL_NAMES, workerEnvironment } from '../ipc/environment.ts';
import { transact } from '../journal/transact.ts';
import { createRedactor, secretEnvironmentValues } from '../observe/redact.ts';
import { createStreamFold } from '../observe/stream-fold.ts';
import { identityOf } from '../process/identity.ts';
import { findClient } from '../runners/find-client.ts';
import type { HeadlessSpec } from '../runners/headless-command.ts';
import { headlessArguments, workerMarks } from '../runners/headless-command.ts';
import { pluginIds } from '../runners/plugin-ids.ts';
import { createWorkspace, writePrime } from '../workspace/create.ts';
import type { WorkspaceFiles } from '../workspace/paths.ts';
import { writeAttemptCard } from './attempt-card.ts';
import type { RunningTask, SupervisorContext, WatchedAttempt } from './context.ts';
import { openStream } from './stream-reader.ts';

/**
 * Starts the first attempt of a queued task: workspace, real prime, journal, worker. The journal comes before the
 * worker, so that a supervisor that dies in between leaves a task to adopt and never one that runs twice.
 * @returns the attempt under watch, also when its worker could not be started; a failure when the task is no longer
 *   to be started (cancelled, ended, or this supervisor superseded)
 */
export async function startAttempt(
  context: SupervisorContext,
  task: OpenTask,
  others: readonly OpenTask[],
  clientPath: string | undefined,
): Promise<Result<WatchedAttempt>> {
  const created = createWorkspace(context.paths, task, '');
  if (!created.ok) return created;
  const files = created.value;
  const prime = realPrimeOf(task, {
    root: context.paths.root,
    others,
    env: context.handoffs.get(task.id) ?? context.env,
    now: context.now(),
  });
  const written = writePrime(files, prime);
  if (!written.ok) return written;
  const started = await journalStart(context, task.id, prime.length);
  if (!started.ok) return started;
  return ok(spawnWorker(context, started.value, files, clientPath));
}

function journalStart(
  context: SupervisorContext,
  taskId: string,
  primeLength: number,
): Promise<Result<RunningTask>> {
  const workerSessionId = randomUUID();
  return transact(context.journal, context, (state) => {
    const task = state.open.get(taskId);
    if (state.supervisor?.epoch !== context.epoch) {
      return fail(failure('superseded', 'Another supervisor has taken over.'));
    }
    if (task?.phase !== 'queued' || task.cancelRequestedAt !== undefined) {
      return fail(failure('task_ended', `Task ${taskId} is no longer waiting to start.`));
    }
    const startedAt = context.now();
    return ok({
      events: [
        {
          event: 'attempt.started' as const,
          task_id: taskId,
          status: 'running' as const,
          attempt: 1,
          epoch: context.epoch,
          worker_session_id: workerSessionId,
          context_prime_length: primeLength,
        },
      ],
      value: {
        ...task,
        phase: 'running' as const,
        attempt: 1,
        epoch: context.epoch,
        startedAt,
        workerSessionId,
      },
    });
  });
}

function spawnWorker(
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
  const leader = child?.pid === undefined ? null : identityOf(child.pid);
  const redactText = createRedactor(redactedValues(environment));
  const attempt: WatchedAttempt = {
    task,
    files,
    streamPath,
    stderrPath,
    redact: redactText,
    reader: openStream(streamPath),
    fold: createStreamFold(redactText),
    child,
    leader,
    remembered: new Map(),
    exit: null,
    spawnError: spawned.ok ? null : spawned.failure.message,
    endReason: null,
    ending: false,
    heartbeatAt: 0,
    reportedAt: 0,
  };
  if (leader !== null) {
    writeAttemptCard(context.paths.internal, {
      task_id: task.id,
      attempt: task.attempt,
      leader,
      remembered: [],
      stream: streamPath,
      stderr: stderrPath,
    });
  }
  child?.once('exit', (code, signal) => {
    attempt.exit = { code, signal };
    context.poke();
  });
  child?.once('error', (error) => {
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
  { environment, streamPath, stderrPath, clientPath }: SpawnPlace,
): Result<ChildProcess> {
  const client = findClient(clientPath, environment.PATH, environment.OUTLOOP_CLAUDE);
  if (!client.ok) return client;
  const { agent } = task;
  if (!isAgentName(agent)) return fail(failure('spawn_failed', 'Commands have no worker yet.'));
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
  const opened: number[] = [];
  try {
    const append = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW;
    opened.push(openSync(files.prime, constants.O_RDONLY | constants.O_NOFOLLOW));
    opened.push(openSync(streamPath, append, 0o600), openSync(stderrPath, append, 0o600));
    // Files, not pipes: the worker goes on writing when this supervisor is gone.
    return ok(
      spawn(client.value, headlessArguments(spec), {
        cwd: context.paths.root,
        env: { ...environment, ...workerMarks(spec) },
        detached: true,
        stdio: [opened[0], opened[1], opened[2]],
      }),
    );
  } catch (error) {
    return fail(failure('spawn_failed', `The worker could not be started: ${(error as Error).message}`));
  } finally {
    for (const descriptor of opened) closeSync(descriptor);
  }
}

/** The values that must not show up in anything that is written down for this task. */
export function redactedValues(environment: Readonly<Record<string, string | undefined>>): string[] {
  const credentials = CREDENTIAL_NAMES.map((name) => environment[name] ?? '').filter(
    (value) => value.length >= 8,
  );
  return [...new Set([...credentials, ...secretEnvironmentValues(environment)])];
}
