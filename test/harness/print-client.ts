import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { TestProject } from './project.ts';

/** One line of `--output-format stream-json`. */
export interface StreamEvent {
  readonly type: string;
  readonly subtype?: string;
  readonly [key: string]: unknown;
}

/** How a client run without a terminal ended. `events` are the lines that were JSON, `junk` the others. */
export interface PrintOutcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly events: readonly StreamEvent[];
  readonly junk: readonly string[];
  /** The last `result` line; undefined if there is none. */
  readonly result: StreamEvent | undefined;
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly timedOut: boolean;
  readonly durationMs: number;
}

/** What to run. `format` is the output format, `input` the input format; streamed input is sent with `send`. */
export interface PrintOptions {
  readonly client: string;
  readonly project: TestProject;
  readonly prompt?: string;
  readonly args?: readonly string[];
  readonly pluginDirs?: readonly string[];
  readonly env?: Record<string, string | undefined>;
  readonly cwd?: string;
  readonly format?: 'text' | 'json' | 'stream-json';
  readonly input?: 'text' | 'stream-json';
  readonly limitMs?: number;
}

/** A client that runs without a terminal. */
export interface PrintRun {
  readonly pid: number;
  readonly events: readonly StreamEvent[];
  /** Sends one user message; only with `input: 'stream-json'`. */
  readonly send: (text: string) => void;
  readonly endInput: () => void;
  /** Resolves with the first line that fits, from the given position on; rejects after the limit or at the end. */
  readonly waitForEvent: (
    filter: (event: StreamEvent) => boolean,
    timeoutMs?: number,
    from?: number,
  ) => Promise<StreamEvent>;
  readonly kill: (signal?: NodeJS.Signals) => void;
  readonly done: Promise<PrintOutcome>;
}

/** Runs `claude -p` to its end. Throws if it takes longer than `limitMs` (60 s by default). */
export async function runPrint(options: PrintOptions): Promise<PrintOutcome> {
  const outcome = await startPrint(options).done;
  if (outcome.timedOut) {
    const tail = `${outcome.stdout.slice(-1500)}\n${outcome.stderr.slice(-1500)}`;
    throw new Error(`The client did not end within ${options.limitMs ?? defaultLimitMs} ms:\n${tail}`);
  }
  return outcome;
}

/** Starts `claude -p` and returns while it runs. After `limitMs` it is ended and `timedOut` set. */
export function startPrint(options: PrintOptions): PrintRun {
  const startedMs = performance.now();
  const isStreamed = options.input === 'stream-json';
  const child = spawn(options.client, printArguments(options), {
    cwd: options.cwd ?? options.project.dir,
    env: options.project.env(options.env),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  if (child.pid === undefined) throw new Error(`${options.client} could not be started`);
  options.project.track(child.pid);
  const lines = collectLines();
  const errors: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => lines.add(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text));
  // The client may end before it has read all of its input.
  child.stdin.on('error', () => undefined);
  if (!isStreamed) child.stdin.end(options.prompt ?? '');
  else if (options.prompt !== undefined) child.stdin.write(userLine(options.prompt));

  let timedOut = false;
  const limit = setTimeout(() => {
    timedOut = true;
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 3000).unref();
  }, options.limitMs ?? defaultLimitMs);
  options.project.onCleanup(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  });
  const done = new Promise<PrintOutcome>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode, signal) => {
      clearTimeout(limit);
      lines.end();
      const { stdout, events, junk } = lines;
      const result = events.findLast((event) => event.type === 'result');
      const durationMs = performance.now() - startedMs;
      resolve({
        stdout: stdout(),
        stderr: errors.join(''),
        events,
        junk,
        result,
        exitCode,
        signal,
        timedOut,
        durationMs,
      });
    });
  });
  return {
    pid: child.pid,
    events: lines.events,
    send: (text) => void child.stdin.write(userLine(text)),
    endInput: () => void child.stdin.end(),
    waitForEvent: lines.waitFor,
    kill: (signal = 'SIGTERM') => void child.kill(signal),
    done,
  };
}

const defaultLimitMs = 60_000;

function printArguments(options: PrintOptions): string[] {
  const format = options.format ?? 'stream-json';
  return [
    '-p',
    '--output-format',
    format,
    ...(format === 'stream-json' ? ['--verbose'] : []),
    ...(options.input === 'stream-json' ? ['--input-format', 'stream-json'] : []),
    ...(options.pluginDirs ?? []).flatMap((dir) => ['--plugin-dir', dir]),
    ...(options.args ?? []),
  ];
}

function userLine(text: string): string {
  return `${JSON.stringify({ type: 'user', message: { role: 'user', content: text } })}\n`;
}

function collectLines() {
  const chunks: string[] = [];
  const events: StreamEvent[] = [];
  const junk: string[] = [];
  const changes = new EventEmitter();
  changes.setMaxListeners(0);
  let rest = '';
  let isEnded = false;
  const take = (line: string) => {
    if (line.trim() === '') return;
    const event = parseEvent(line);
    if (event === undefined) junk.push(line);
    else events.push(event);
  };
  return {
    events,
    junk,
    stdout: () => chunks.join(''),
    add: (text: string) => {
      chunks.push(text);
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) take(line);
      changes.emit('change');
    },
    end: () => {
      take(rest);
      isEnded = true;
      changes.emit('change');
    },
    waitFor: (filter: (event: StreamEvent) => boolean, timeoutMs = 60_000, from = 0) =>
      new Promise<StreamEvent>((resolve, reject) => {
        const seen = () => events.map((event) => `  ${event.type} ${event.subtype ?? ''}`).join('\n');
        const fail = (why: string) => settle(() => reject(new Error(`${why}; lines seen:\n${seen()}`)));
        const settle = (act: () => void) => {
          clearTimeout(timer);
          changes.off('change', look);
          act();
        };
        const look = () => {
          const found = events.slice(from).find(filter);
          if (found !== undefined) settle(() => resolve(found));
          else if (isEnded) fail('the client ended before the awaited line');
        };
        const timer = setTimeout(() => fail(`no such line after ${timeoutMs} ms`), timeoutMs);
        changes.on('change', look);
        look();
      }),
  };
}

function parseEvent(line: string): StreamEvent | undefined {
  try {
    const value: unknown = JSON.parse(line);
    const isEvent = typeof value === 'object' && value !== null && 'type' in value;
    return isEvent ? (value as StreamEvent) : undefined;
  } catch {
    return undefined;
  }
}
