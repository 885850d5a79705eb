import { spawnSync } from 'node:child_process';

/** How git ended. `status` is null where it is missing, failed to start, or took too long. */
export interface GitRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Asks git once, with a time limit: a repository may be huge. Nothing of the person's environment redirects it, no lock
 * is taken, and no program that the repository's configuration names for this is started.
 */
export function runGit(
  root: string,
  env: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
  timeoutMs = GIT_TIMEOUT_MS,
): GitRun {
  const run = spawnSync('git', ['--no-optional-locks', '-c', 'core.fsmonitor=false', ...args], {
    cwd: root,
    env: gitEnvironment(env),
    encoding: 'utf8',
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
    maxBuffer: OUTPUT_BYTES_MAX,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const tooMuch = (run.error as NodeJS.ErrnoException | undefined)?.code === 'ENOBUFS';
  return {
    status: tooMuch ? null : run.status,
    stdout: run.stdout ?? '',
    stderr: tooMuch ? TOO_MUCH : (run.stderr ?? ''),
  };
}

const GIT_TIMEOUT_MS = 2_000;
const OUTPUT_BYTES_MAX = 8 * 1024 * 1024;
const TOO_MUCH = 'it says more than 8 MB';

function gitEnvironment(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept = Object.entries(env).filter(([name, value]) => value !== undefined && !name.startsWith('GIT_'));
  return { ...(Object.fromEntries(kept) as Record<string, string>), GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
}
