import { cleanLine } from '../observe/clean.ts';
import { type Loose, looseText } from '../observe/loose.ts';
import { redact } from '../observe/redact.ts';
import { type ForeignFile, type ForeignTask, leaveForeign } from '../workspace/foreign-file.ts';
import type { ReportsPaths } from '../workspace/paths.ts';

const TASKS_MAX = 50;
const WHAT_CHARS_MAX = 200;

/** Leaves what the client has in the background of a session, cleaned and without secrets. */
export function leaveRows(
  paths: ReportsPaths,
  session: Omit<ForeignFile, 'tasks'>,
  running: readonly Loose[],
  crons: readonly Loose[],
): void {
  const tasks = [...running.map(taskRow), ...crons.map(cronRow)].slice(0, TASKS_MAX);
  leaveForeign(paths, { ...session, tasks });
}

function taskRow({ id, type, status, command, description }: Loose): ForeignTask {
  const what = looseText(command) === '' ? description : command;
  return { id: words(id, 40), kind: words(type, 20), status: words(status, 20), what: words(what) };
}

function cronRow({ id, schedule, prompt }: Loose): ForeignTask {
  return { id: words(id, 40), kind: 'cron', status: words(schedule, 40), what: words(prompt) };
}

function words(value: unknown, charactersMax = WHAT_CHARS_MAX): string {
  return redact(cleanLine(looseText(value), charactersMax));
}
