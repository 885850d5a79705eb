import type { OpenTask } from '../domain/state.ts';
import { shortDuration } from '../domain/units.ts';
import { isRaised, type Notice } from './notice.ts';
import { noticeText } from './notice-text.ts';

/** What a starting session is told. */
export interface StartFacts {
  readonly open: readonly OpenTask[];
  /** The last progress line of an open task, if there is one. */
  readonly progressOf: (task: OpenTask) => string | null;
  readonly unheard: readonly Notice[];
  readonly now: number;
}

/** The text for a starting session; empty when there is nothing to say. */
export function startText(facts: StartFacts): string {
  const parts: string[] = [];
  if (facts.open.length > 0) parts.push(openPart(facts));
  if (facts.unheard.length > 0) {
    const what = facts.unheard.some(isRaised) ? 'What was' : 'Background tasks that ended and were';
    parts.push(`${what} not reported yet:\n\n${noticeText(facts.unheard)}`);
  }
  return parts.join('\n\n');
}

function openPart({ open, progressOf, now }: StartFacts): string {
  const agents = open.map((task) => task.agent).join(', ');
  const lines = open.map((task) => {
    const age = shortDuration(now - task.submittedAt);
    const progress = progressOf(task) ?? (task.phase === 'queued' ? 'waiting to start' : 'no progress yet');
    return `- ${task.id} (${age}): ${progress}`;
  });
  return [`Background Tasks: ${open.length} active (${agents})`, ...lines].join('\n');
}
