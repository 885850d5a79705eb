import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { endOpenWork } from '../../harness/end-open-work.ts';
import type { JournalLine } from '../../harness/journal-lines.ts';
import { readJournal, waitForLine } from '../../harness/journal-lines.ts';
import { pollUntil } from '../../harness/processes.ts';
import type { TestProject } from '../../harness/project.ts';
import { createProject, writeFiles } from '../../harness/project.ts';
import type { OutloopOutcome } from '../../harness/run-outloop.ts';
import { runOutloop } from '../../harness/run-outloop.ts';

/** A project whose tasks run under a real supervisor; shell commands are the workers. */
export interface SupervisedProject extends AsyncDisposable {
  readonly project: TestProject;
  readonly outloop: (...args: string[]) => Promise<OutloopOutcome>;
  /** Submits a shell command and gives the id of its task. */
  readonly submit: (command: string, ...args: string[]) => Promise<string>;
  readonly journal: () => Promise<JournalLine[]>;
  readonly waitForLine: (fits: (line: JournalLine) => boolean, timeoutMs?: number) => Promise<JournalLine>;
  /** The numbers that the workers have written into a file of the project, once there are so many. */
  readonly pids: (file: string, count: number) => Promise<number[]>;
}

/** Makes the project. `userConfig` is the person's `outloop.yaml`. */
export async function superviseProject(userConfig = ''): Promise<SupervisedProject> {
  const project = await createProject({});
  if (userConfig !== '') await writeFiles(project.home, { '.config/outloop/outloop.yaml': userConfig });
  const outloop = (...args: string[]) => runOutloop(project, args);
  project.onCleanup(() => endOpenWork(project));
  return {
    project,
    outloop,
    submit: async (command, ...args) => {
      const done = await outloop('submit', '--command', command, '--json', ...args);
      if (done.exitCode !== 0) throw new Error(`${done.stdout}${done.stderr}`);
      return (JSON.parse(done.stdout) as { task_id: string }).task_id;
    },
    journal: () => readJournal(project),
    waitForLine: (fits, timeoutMs) => waitForLine(project, fits, timeoutMs),
    pids: async (file, count) => {
      const found = await pollUntil(async () => {
        const text = await readFile(join(project.dir, file), 'utf8').catch(() => '');
        const numbers = text.trim().split(/\s+/).filter(Boolean).map(Number);
        return numbers.length >= count && numbers;
      }, 60_000);
      if (found === undefined) throw new Error(`${file} never had ${count} numbers`);
      return found;
    },
    [Symbol.asyncDispose]: () => project[Symbol.asyncDispose](),
  };
}
