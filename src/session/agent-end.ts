import { closeSync, openSync, readSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { JournalState, OpenTask } from '../domain/state.ts';
import { endSubagent, SUBAGENT_GONE } from '../ending/end-subagent.ts';
import type { HookInput } from '../entry/hook-io.ts';
import { answer } from '../entry/hook-io.ts';
import { readAttention } from '../journal/attention.ts';
import { noticesIn } from '../notices/notice-text.ts';
import { askForHandback, handback, isHandback } from '../notices/subagent-text.ts';
import { createRedactor, secretEnvironmentValues } from '../observe/redact.ts';
import { judgeFinalMessage } from '../observe/subagent-outcome.ts';
import type { VerbContext } from '../verbs/context.ts';
import { findWorkspace } from '../workspace/find.ts';
import { displayPath, workspaceCompleted } from '../workspace/paths.ts';
import { lstat, replaceFile } from '../workspace/safe-file.ts';
import { endingOf } from './ending-of.ts';

/**
 * SubagentStop: the first time, what the subagent says is stored as its result, and it is asked for the short message
 * that the session gets; the second time the task ends. The client goes on with whatever the subagent says last, so a
 * subagent that does not do as asked is asked once, not for ever.
 */
export async function agentEnd(context: VerbContext, input: HookInput): Promise<void> {
  const task = await findTask(context, input);
  if (task === undefined) return;
  const redactText = createRedactor(secretEnvironmentValues(context.env));
  const files = findWorkspace(context.paths, task.id, task.agent);
  const said = input.last_assistant_message ?? '';
  const isSecond = files !== null && lstat(files.finalMessage) !== null;
  if (files !== null && !isSecond) {
    const stored = replaceFile(files.finalMessage, redactText(said), { sync: true });
    if (stored.ok && !isHandback(said, task.id)) {
      const report = `${displayPath(context.paths, workspaceCompleted(context.paths, task.id))}/report.md`;
      const asked = handback(task, judgeFinalMessage(said, redactText), report);
      answer({ decision: 'block', reason: askForHandback(asked) });
      return;
    }
  }
  await endSubagent(endingOf(context), task, SUBAGENT_GONE, redactText);
}

// A subagent that is done at once ends before it is tied to its task, and before the client has written its transcript.
const TRANSCRIPT_WAIT_MS = 5_000;
const LOOK_EVERY_MS = 50;

/**
 * The open task whose subagent this is: by the client's id, or by the mark that its prime begins with. Undefined for a
 * subagent that is none of ours.
 */
async function findTask(context: VerbContext, input: HookInput): Promise<OpenTask | undefined> {
  const until = context.now() + TRANSCRIPT_WAIT_MS;
  for (;;) {
    const read = await readAttention(context.journal);
    const running = read.ok ? subagentsIn(read.value) : [];
    const tied = running.find((task) => 'subagentId' in task && task.subagentId === input.agent_id);
    if (tied !== undefined || running.length === 0) return tied;
    const head = readHead(input.agent_transcript_path ?? '');
    // Its first message is the prime, whole once there is a line behind it or its end.
    if (head.includes('\n') && head.includes('"user"')) {
      const [mark] = noticesIn(head);
      return running.find(({ id }) => id === mark);
    }
    if (context.now() >= until) return undefined;
    await sleep(LOOK_EVERY_MS);
  }
}

function subagentsIn(state: JournalState): OpenTask[] {
  return [...state.open.values()].filter((task) => task.runner === 'subagent' && task.phase === 'running');
}

const HEAD_BYTES = 64 * 1024;

function readHead(path: string): string {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch {
    return '';
  }
  try {
    const bytes = Buffer.alloc(HEAD_BYTES);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, HEAD_BYTES, 0)).toString('utf8');
  } catch {
    return '';
  } finally {
    closeSync(descriptor);
  }
}
