import { execFile, execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { endProcess, isAlive, pollUntil } from './processes.ts';
import type { TestProject } from './project.ts';

const run = promisify(execFile);

/** True if tmux is installed. */
export const tmuxAvailable: boolean = (() => {
  try {
    execFileSync('tmux', ['-V'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** True if tmux is missing, after saying so: `test.skipIf(skipWithoutTmux())`. */
export function skipWithoutTmux(): boolean {
  if (!tmuxAvailable) process.stdout.write('skipped: tmux\n');
  return !tmuxAvailable;
}

/** What to run in the terminal. A permission mode is always passed, `manual` by default. */
export interface TmuxOptions {
  readonly client: string;
  readonly project: TestProject;
  readonly args?: readonly string[];
  readonly pluginDirs?: readonly string[];
  readonly env?: Record<string, string | undefined>;
  readonly cwd?: string;
  readonly permissionMode?: string;
  readonly startLimitMs?: number;
  /** Size of the terminal in characters, 120 by 40 by default. */
  readonly size?: { readonly columns: number; readonly rows: number };
}

/** An interactive client in a terminal of its own, in a tmux server of its own. */
export interface TmuxClient extends AsyncDisposable {
  readonly pid: number;
  /** Types text without submitting it. */
  readonly type: (text: string) => Promise<void>;
  /** Types a prompt (what exceeds 300 characters is pasted), waits until the input shows it, and presses Enter. */
  readonly submit: (text: string) => Promise<void>;
  /** Pastes text as a terminal does (bracketed), for long or many-lined input. */
  readonly paste: (text: string) => Promise<void>;
  /** Presses keys by their tmux names: `Escape`, `Enter`, `C-c`, `Down`. */
  readonly key: (...names: string[]) => Promise<void>;
  /** What the terminal shows now, without colours. */
  readonly screen: () => Promise<string>;
  /** The screen with what has scrolled off it. */
  readonly history: () => Promise<string>;
  /** The screen with its colours, as escape sequences. */
  readonly coloured: () => Promise<string>;
  /** Resolves with the screen once it fits; rejects after the limit with what it showed. */
  readonly waitForScreen: (pattern: RegExp, timeoutMs?: number) => Promise<string>;
  /** Resolves once the client waits for input and works on nothing. */
  readonly waitIdle: (timeoutMs?: number) => Promise<void>;
  readonly isRunning: () => Promise<boolean>;
  /** Resolves once the client has ended; rejects after the limit. */
  readonly waitForEnd: (timeoutMs?: number) => Promise<void>;
  readonly kill: (signal: NodeJS.Signals) => void;
  readonly close: () => Promise<void>;
}

/** Starts the client and passes its first-run questions. Throws, with the screen, if no prompt appears in time. */
export async function startTmuxClient(options: TmuxOptions): Promise<TmuxClient> {
  const { project } = options;
  const socket = `outloop-${randomUUID().slice(0, 8)}`;
  const env = project.env(options.env);
  const tmux = async (...args: string[]) =>
    (await run('tmux', ['-u', '-L', socket, '-f', '/dev/null', ...args], { env })).stdout;
  const { columns, rows } = options.size ?? { columns: 120, rows: 40 };
  const size = ['-x', String(columns), '-y', String(rows)];
  await tmux(
    ...['start-server', ';', 'set-option', '-g', 'remain-on-exit', 'on'],
    ...[';', 'set-option', '-g', 'history-limit', '50000', ';'],
    ...['new-session', '-d', '-s', 'main', ...size, '-c', options.cwd ?? project.dir, '--'],
    ...[options.client, ...interactiveArguments(options)],
  );
  const numbers = await tmux('display-message', '-p', '-t', 'main', '#{pane_pid} #{pid}');
  const [pid = 0, serverPid = 0] = numbers.trim().split(' ').map(Number);
  const screen = () => tmux('capture-pane', '-p', '-t', 'main');
  const key = async (...names: string[]) => void (await tmux('send-keys', '-t', 'main', ...names));
  const type = async (text: string) => {
    for (const part of chunk(text, 200)) await tmux('send-keys', '-t', 'main', '-l', '--', part);
  };
  const paste = async (text: string) => {
    const loading = run('tmux', ['-u', '-L', socket, 'load-buffer', '-'], { env });
    loading.child.stdin?.end(text);
    await loading;
    await tmux('paste-buffer', '-p', '-t', 'main');
  };
  const close = async () => {
    await tmux('kill-server').catch(() => undefined);
    await pollUntil(async () => !(await isAlive(pid)) && !(await isAlive(serverPid)), 30_000);
    for (const one of [pid, serverPid]) if (await isAlive(one)) await endProcess(one);
  };
  project.onCleanup(close);
  const waitForScreen = (pattern: RegExp, timeoutMs = 60_000) =>
    waitScreen(screen, (text) => pattern.test(text), `${pattern}`, timeoutMs);
  await passFirstScreens(screen, key, options.startLimitMs ?? 30_000);

  return {
    pid,
    type,
    submit: async (text) => {
      // Only what was typed makes a command; the long rest of it may be pasted.
      await type(text.slice(0, typedLengthMax));
      if (text.length > typedLengthMax) await paste(text.slice(typedLengthMax));
      const tail = unwrap(text.slice(-20));
      const fits = (input: string) => input.endsWith(tail) || /\[Pastedtext#[^\]]*\]$/.test(input);
      await waitScreen(screen, (shown) => fits(unwrap(inputOf(shown))), `"${tail}" typed`, 60_000);
      await key('Enter');
    },
    paste,
    key,
    screen,
    history: () => tmux('capture-pane', '-p', '-S', '-', '-t', 'main'),
    coloured: () => tmux('capture-pane', '-p', '-e', '-t', 'main'),
    waitForScreen,
    waitIdle: async (timeoutMs = 60_000) => {
      await waitScreen(screen, isIdleScreen, 'an idle prompt', timeoutMs, 3);
    },
    isRunning: () => isAlive(pid),
    waitForEnd: async (timeoutMs = 60_000) => {
      if (await pollUntil(async () => !(await isAlive(pid)), timeoutMs)) return;
      throw new Error(`The client still runs after ${timeoutMs} ms:\n${await screen()}`);
    },
    kill: (signal) => void process.kill(pid, signal),
    close,
    [Symbol.asyncDispose]: close,
  };
}

function interactiveArguments(options: TmuxOptions): string[] {
  return [
    '--permission-mode',
    options.permissionMode ?? 'manual',
    ...(options.pluginDirs ?? []).flatMap((dir) => ['--plugin-dir', dir]),
    ...(options.args ?? []),
  ];
}

async function passFirstScreens(
  screen: () => Promise<string>,
  key: (...names: string[]) => Promise<void>,
  timeoutMs: number,
): Promise<void> {
  let answered = '';
  let shown = '';
  const ready = await pollUntil(async () => {
    shown = await screen();
    if (isIdleScreen(shown)) return true;
    const question = firstRunQuestions.find((one) => one.pattern.test(shown));
    if (question === undefined || answered === shown) return false;
    answered = shown;
    await key(...question.keys);
    return false;
  }, timeoutMs);
  if (!ready) throw new Error(`The client showed no prompt within ${timeoutMs} ms:\n${shown}`);
}

/** The client takes a longer burst of characters for a paste, and a pasted line is no command. */
const typedLengthMax = 300;

const firstRunQuestions: readonly { pattern: RegExp; keys: readonly string[] }[] = [
  { pattern: /renderer/i, keys: ['Down', 'Enter'] },
];

function isIdleScreen(text: string): boolean {
  return inputPattern.test(text) && !/esc to interrupt/i.test(text);
}

/** What stands in the input; empty where no input is shown. */
function inputOf(text: string): string {
  return inputPattern.exec(text)?.[1] ?? '';
}

/** The input stands between two rules; past prompts and dialogs have the same sign but not the rules. */
const inputPattern = /^─{20,}\n❯([^\n]*(?:\n(?!─{20,})[^\n]*)*)\n─{20,}$/m;

async function waitScreen(
  screen: () => Promise<string>,
  fits: (text: string) => boolean,
  what: string,
  timeoutMs: number,
  times = 1,
): Promise<string> {
  let inRow = 0;
  let shown = '';
  const found = await pollUntil(
    async () => {
      shown = await screen();
      inRow = fits(shown) ? inRow + 1 : 0;
      return inRow >= times;
    },
    timeoutMs,
    50,
  );
  if (!found) throw new Error(`The screen did not show ${what} within ${timeoutMs} ms:\n${shown}`);
  return shown;
}

function chunk(text: string, size: number): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += size) parts.push(text.slice(at, at + size));
  return parts;
}

/** Wrapped input breaks words anywhere; without white space both sides compare. */
function unwrap(text: string): string {
  return text.replaceAll(/\s+/g, '');
}
