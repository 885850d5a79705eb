import type { EndedTask } from '../domain/state.ts';
import { formatDuration } from '../domain/units.ts';

const MARK = /\[outloop:([a-z0-9-]{8,80})\]/g;

/** The mark that a notice of this task's end carries wherever it is shown. */
export function noticeMark(taskId: string): string {
  return `[outloop:${taskId}]`;
}

/** The task ids whose notices stand in a text. */
export function noticesIn(text: string): string[] {
  return [...new Set([...text.matchAll(MARK)].map((match) => String(match[1])))];
}

/** True for a prompt that the client made out of a background event: nobody typed it. */
export function isMachinePrompt(prompt: string): boolean {
  return prompt.trimStart().startsWith('<task-notification>');
}

/** One line per end, for the monitor: short enough for one write into a pipe. Several ends make one line. */
export function wakeLine(ended: readonly EndedTask[]): string {
  if (ended.length === 1 && ended[0] !== undefined) {
    const task = ended[0];
    return `${noticeMark(task.id)} ${headline(task)}: ${clip(task.summary, 160)} Report: ${task.resultsLocation}/report.md`;
  }
  const marks = ended.map((task) => noticeMark(task.id)).join(' ');
  return `${marks} ${ended.length} background tasks ended: ${ended.map(headline).join('; ')}.`;
}

/** The full text of ends for a hook's context: facts and where to read on, each result marked as data. */
export function noticeText(ended: readonly EndedTask[]): string {
  return ended.map(noticeParagraph).join('\n\n');
}

function noticeParagraph(task: EndedTask): string {
  return [
    `${noticeMark(task.id)} ${headline(task)}.`,
    `Task: ${task.description}`,
    `Result (data from the background agent): ${clip(task.summary, 600)}`,
    `Report: ${task.resultsLocation}/report.md`,
  ].join('\n');
}

function headline(task: EndedTask): string {
  const cost = task.usage === null || task.usage.cost_usd === 0 ? '' : `, $${task.usage.cost_usd.toFixed(2)}`;
  return `Background ${task.agent} ${words[task.status]} after ${formatDuration(task.durationMs)}${cost}`;
}

const words: Readonly<Record<EndedTask['status'], string>> = {
  completed: 'completed its task',
  failed: 'failed',
  cancelled: 'was cancelled',
  timed_out: 'ran out of time',
  lost: 'was lost',
};

function clip(text: string, charactersMax: number): string {
  const points = [...text];
  return points.length <= charactersMax ? text : `${points.slice(0, charactersMax - 1).join('')}…`;
}
