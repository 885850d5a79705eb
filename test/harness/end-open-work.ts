import { readJournal } from './journal-lines.ts';
import type { SeenProcess } from './processes.ts';
import { endProcess, findProcessesUsing } from './processes.ts';
import type { TestProject } from './project.ts';

/**
 * Ends what a test may leave behind: the supervisors of its project, which stay for a while when they have nothing to
 * do, and the workers of tasks that are still open. Those of an ended task must be gone by themselves.
 */
export async function endOpenWork(project: TestProject): Promise<void> {
  // More than one supervisor, at times: hooks that found none each start one, and the second waits for its place.
  for (;;) {
    const supervisors = (await findProcessesUsing(project.root)).filter(({ command }) =>
      command.includes('/dist/bin/supervisor.cjs'),
    );
    if (supervisors.length === 0) break;
    await Promise.all(supervisors.map(({ pid }) => endProcess(pid)));
  }
  const lines = await readJournal(project);
  const count = (event: string) => lines.filter((line) => line.event === event).length;
  if (count('task.submitted') <= count('task.ended')) return;
  for (const { pid } of await workersOf(project)) await endProcess(pid);
}

/** Every living process of the workers of a project. */
export function workersOf(project: TestProject): Promise<SeenProcess[]> {
  return findProcessesUsing(`OUTLOOP_ROOT=${project.dir}`);
}
