import { spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { supervisorEnvironment } from '../ipc/environment.ts';

/** What one hook did when it was really run. `exitCode` is null when it was killed or never started. */
export interface HookAnswer {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What the hooks did with recorded input: where nothing is open, at a command, and as a worker's guard. */
export interface HookAnswers {
  readonly idle: HookAnswer;
  readonly command: HookAnswer;
  readonly allowed: HookAnswer;
  readonly denied: HookAnswer;
}

type Environment = Readonly<Record<string, string | undefined>>;

const HOOK_TIMEOUT_MS = 20_000;

/**
 * Runs the hooks as the client does, in an empty project of their own that is removed again, so that nothing of the
 * present project can change.
 */
export async function askHooks(pluginRoot: string, env: Environment): Promise<HookAnswers> {
  const project = realpathSync(mkdtempSync(join(tmpdir(), 'outloop-doctor-')));
  const run = (name: string, input: Recorded, extra: Environment = {}) =>
    runHook(
      join(pluginRoot, 'hooks', 'run.sh'),
      name,
      { ...COMMON, ...input, cwd: project },
      {
        ...withoutMarks(supervisorEnvironment(env)),
        CLAUDE_PROJECT_DIR: project,
        ...extra,
      },
    );
  const worker = { OUTLOOP_AGENT: 'reviewer', OUTLOOP_ROOT: project };
  try {
    const [idle, command, allowed, denied] = await Promise.all([
      run('context-prime', SESSION_START),
      run('expand', STATUS_COMMAND),
      run('guard', readCall(join(project, 'README.md')), worker),
      run('guard', readCall(join(project, '..', 'elsewhere')), worker),
    ]);
    return { idle, command, allowed, denied };
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

type Recorded = Readonly<Record<string, unknown>>;

const COMMON = { session_id: '00000000-0000-4000-8000-000000000000', transcript_path: '/dev/null' };
const SESSION_START: Recorded = { hook_event_name: 'SessionStart', source: 'startup' };
const STATUS_COMMAND: Recorded = {
  hook_event_name: 'UserPromptExpansion',
  prompt_id: '00000000-0000-4000-8000-000000000001',
  permission_mode: 'default',
  expansion_type: 'slash_command',
  command_name: 'outloop:status',
  command_args: '',
  command_source: 'plugin',
  prompt: '/outloop:status',
};

function readCall(path: string): Recorded {
  return { hook_event_name: 'PreToolUse', tool_name: 'Read', tool_input: { file_path: path } };
}

// The doctor itself may be run by a worker; the hooks shall answer as in a session.
function withoutMarks(env: Record<string, string>): Record<string, string> {
  const { OUTLOOP_TASK_ID, OUTLOOP_AGENT, OUTLOOP_ROOT, OUTLOOP_ATTEMPT, OUTLOOP_DEPTH, ...rest } = env;
  return rest;
}

function runHook(script: string, name: string, input: Recorded, env: Environment): Promise<HookAnswer> {
  return new Promise((resolve) => {
    const child = spawn('sh', [script, name], { env: env as NodeJS.ProcessEnv, timeout: HOOK_TIMEOUT_MS });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', (error) => resolve({ exitCode: null, stdout, stderr: error.message }));
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
    // A hook that has nothing to do ends without reading.
    child.stdin.on('error', () => undefined);
    child.stdin.end(JSON.stringify(input));
  });
}
