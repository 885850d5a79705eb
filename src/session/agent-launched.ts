import { ok } from '../domain/result.ts';
import type { EndedTask, JournalState } from '../domain/state.ts';
import { endSubagent, SUBAGENT_GONE } from '../ending/end-subagent.ts';
import type { HookInput } from '../entry/hook-io.ts';
import { answer } from '../entry/hook-io.ts';
import { readAttention } from '../journal/attention.ts';
import { transact } from '../journal/transact.ts';
import { noticesIn } from '../notices/notice-text.ts';
import { handback, isHandback } from '../notices/subagent-text.ts';
import { cleanLine } from '../observe/clean.ts';
import { type Loose, looseList, looseObject, looseText } from '../observe/loose.ts';
import { redact } from '../observe/redact.ts';
import type { VerbContext } from '../verbs/context.ts';
import { markHeard } from '../verbs/hear.ts';
import { findWorkspace } from '../workspace/find.ts';
import { lstat, replaceFile } from '../workspace/safe-file.ts';
import { endingOf } from './ending-of.ts';

/**
 * After an Agent call of ours: a launched subagent is tied to its task by the client's id; what a call in the foreground
 * returned is cut to what a session gets of a task; a call that failed ends its task.
 */
export async function agentLaunched(context: VerbContext, input: HookInput): Promise<void> {
  const [taskId] = noticesIn(looseText(input.tool_input?.prompt).slice(0, 200));
  if (taskId === undefined) return;
  const read = await readAttention(context.journal);
  if (!read.ok) return;
  const response = looseObject(input.tool_response);
  if (input.hook_event_name === 'PostToolUseFailure') {
    await endFailed(context, read.value, taskId, looseText(input.error));
    return;
  }
  if (looseText(response.status) === 'completed') await cutForeground(context, read.value, taskId, response);
  else await tie(context, taskId, looseText(response.agentId));
}

async function tie(context: VerbContext, taskId: string, agentId: string): Promise<void> {
  if (!/^[\w-]{1,80}$/.test(agentId)) return;
  await transact(context.journal, context, (state) => {
    const task = state.open.get(taskId);
    const isNew = task?.phase === 'running' && task.runner === 'subagent' && task.subagentId !== agentId;
    const event = { event: 'attempt.tied' as const, task_id: taskId, agent_id: agentId };
    return ok({ events: isNew ? [event] : [], value: undefined });
  });
}

// In the foreground the client hands over whatever the subagent said last, and lets a hook put something in its place.
async function cutForeground(
  context: VerbContext,
  state: JournalState,
  taskId: string,
  response: Loose,
): Promise<void> {
  const said = looseList(response.content)
    .map((part) => looseText(part.text))
    .join('\n');
  const ended = state.ended.get(taskId) ?? (await endByReturn(context, state, taskId, said));
  if (ended === undefined) return;
  if (!isHandback(said, taskId)) {
    const text = handback(ended, ended, reportOf(ended));
    answer({
      hookSpecificOutput: {
        hookEventName: 'PostToolUse',
        updatedToolOutput: { ...response, content: [{ type: 'text', text }] },
      },
    });
  }
  await markHeard(context, [taskId], 'result');
}

// Its own end was missed: what the call returned is what it handed in.
async function endByReturn(
  context: VerbContext,
  state: JournalState,
  taskId: string,
  said: string,
): Promise<EndedTask | undefined> {
  const task = state.open.get(taskId);
  if (task?.runner !== 'subagent' || task.phase !== 'running') return undefined;
  const files = findWorkspace(context.paths, task.id, task.agent);
  if (files !== null && lstat(files.finalMessage) === null) {
    replaceFile(files.finalMessage, redact(said), { sync: true });
  }
  const done = await endSubagent(endingOf(context), task, SUBAGENT_GONE, redact);
  return done.ok ? done.value : undefined;
}

function reportOf({ resultsLocation }: EndedTask): string {
  return `${resultsLocation}/report.md`;
}

async function endFailed(
  context: VerbContext,
  state: JournalState,
  taskId: string,
  error: string,
): Promise<void> {
  const task = state.open.get(taskId);
  if (task?.runner !== 'subagent' || task.phase !== 'running' || task.subagentId !== undefined) return;
  const said = cleanLine(redact(error), 200) || 'it gave no reason';
  await endSubagent(
    endingOf(context),
    task,
    {
      status: 'failed',
      summary: `The client did not start the subagent: ${said}`,
      why: `The Agent call failed: ${said} Submit the task again, or without --in-session.`,
    },
    redact,
  );
}
