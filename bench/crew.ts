import { type ChildProcess, spawn } from 'node:child_process';
import { readJsonLines } from './json-lines.ts';

/** Several processes of one program that begin at the same moment. */
export interface Crew<Said> extends AsyncDisposable {
  readonly pids: readonly number[];
  /** Lets all of them begin. Resolves with what each said last, and the milliseconds until the last had said it. */
  readonly begin: () => Promise<{ readonly said: readonly Said[]; readonly lastMs: number }>;
}

/** What to start, with the environment that it gets. */
export interface CrewProgram {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Starts `size` processes and resolves once all of them have said that they are ready. */
export async function startCrew<Said>(size: number, program: CrewProgram): Promise<Crew<Said>> {
  const members = Array.from({ length: size }, () => startMember(program));
  await Promise.all(members.map(({ next }) => next()));
  return {
    pids: members.map(({ child }) => child.pid ?? 0),
    begin: async () => {
      const from = performance.now();
      for (const { child } of members) child.stdin?.write('go\n');
      const said = await Promise.all(members.map(({ next }) => next()));
      return { said: said as Said[], lastMs: performance.now() - from };
    },
    [Symbol.asyncDispose]: async () => {
      for (const { child } of members) child.kill('SIGKILL');
      await Promise.all(members.map(({ closed }) => closed));
    },
  };
}

interface Member {
  readonly child: ChildProcess;
  readonly closed: Promise<void>;
  /** The next line of JSON. */
  readonly next: () => Promise<unknown>;
}

function startMember({ program, args, cwd, env }: CrewProgram): Member {
  const child = spawn(process.execPath, [program, ...args], { cwd, env, stdio: ['pipe', 'pipe', 'inherit'] });
  // It may be dead by the time that it is spoken to.
  child.stdin.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return { child, closed, next: readJsonLines(child.stdout, `${program} ${args.join(' ')}`) };
}
