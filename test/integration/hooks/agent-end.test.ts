import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import type { JournalEvent } from '../../../src/domain/events.ts';
import { makeTaskId } from '../../../src/domain/task-id.ts';
import { openJournal, readState } from '../../../src/journal/journal.ts';
import { createWorkspace } from '../../../src/workspace/create.ts';
import { reportsPaths } from '../../../src/workspace/paths.ts';
import { readJournal } from '../../harness/journal-lines.ts';
import { createProject, type TestProject } from '../../harness/project.ts';
import { runProgram } from '../../harness/run-program.ts';
import { writeEvents } from '../supervisor/raw-events.ts';

const RESULT = {
  status: 'completed',
  summary: 'The importer swallows two errors.',
  work_performed: ['Read it'],
  files: [],
  next_steps: [],
  issues: [],
  handoff: '',
};
let project: TestProject;
let id: string;

beforeEach(async () => {
  project = await createProject({});
  id = makeTaskId(Date.now(), 'researcher', Buffer.from(process.hrtime.bigint().toString().slice(-4)));
  await writeEvents(project, startedInSession(id), Date.now());
  const paths = reportsPaths({ root: project.dir, reports: join(project.dir, 'reports') });
  const state = readState(openJournal({ journal: paths.journal, internal: paths.internal }));
  const task = state.ok ? state.value.open.get(id) : undefined;
  if (task === undefined || !createWorkspace(paths, task, 'prime').ok) throw new Error('no task');
});

afterEach(() => project[Symbol.asyncDispose]());

function startedInSession(taskId: string): JournalEvent[] {
  return [
    {
      event: 'task.submitted',
      session_id: 's-1',
      task_id: taskId,
      delegated_agent: 'researcher',
      task_description: 'analyze the importer',
      is_background: true,
      status: 'initiated',
      context_prime_length: 0,
      runner: 'subagent',
      owner: null,
      options: { timeout_ms: 60_000 },
      credentials: [],
      policy_hash: '0000000000000000',
    },
    {
      event: 'attempt.started',
      task_id: taskId,
      status: 'running',
      attempt: 1,
      epoch: 1,
      worker_session_id: 's-1',
      context_prime_length: 0,
    },
  ];
}

async function hook(name: string, input: Record<string, unknown>) {
  const env = project.env({ OUTLOOP_NODE: process.execPath, CLAUDE_PROJECT_DIR: project.dir });
  const done = await runProgram('sh', [join(inject('plugin'), 'hooks/run.sh'), name], {
    cwd: project.dir,
    env,
    input: JSON.stringify({ session_id: 's-1', cwd: project.dir, ...input }),
  });
  return done.stdout === '' ? null : (JSON.parse(done.stdout) as Record<string, unknown>);
}

const ends = async () => (await readJournal(project)).filter(({ event }) => event === 'task.ended');

describe('a subagent that is done at once', () => {
  test('is known by its mark, though the client writes its transcript a moment later', async () => {
    const transcript = join(project.dir, 'agent.jsonl');
    const asked = hook('agent-end', {
      hook_event_name: 'SubagentStop',
      agent_id: 'a1',
      agent_type: 'outloop:researcher',
      agent_transcript_path: transcript,
      last_assistant_message: JSON.stringify(RESULT),
    });
    setTimeout(() => {
      const message = { role: 'user', content: `[outloop:${id}]\nCONTEXT PRIME` };
      writeFileSync(transcript, `${JSON.stringify({ type: 'user', message })}\n`);
    }, 600);
    expect(await asked).toMatchObject({
      decision: 'block',
      reason: expect.stringContaining(`[outloop:${id}]`),
    });
  });

  test("is not taken for somebody else's, nor the other way round", async () => {
    const transcript = join(project.dir, 'agent.jsonl');
    const message = { role: 'user', content: 'look for tests' };
    writeFileSync(transcript, `${JSON.stringify({ type: 'user', message })}\n`);
    const input = { hook_event_name: 'SubagentStop', agent_id: 'a2', agent_transcript_path: transcript };
    expect(await hook('agent-end', { ...input, last_assistant_message: 'done' })).toBeNull();
    expect(await ends()).toEqual([]);
  });

  test('in the foreground ends by what its call returned, and the session gets the short message', async () => {
    const said = await hook('agent-launched', {
      hook_event_name: 'PostToolUse',
      tool_name: 'Agent',
      tool_input: { prompt: `[outloop:${id}]` },
      tool_response: {
        status: 'completed',
        agentId: 'a1',
        content: [{ type: 'text', text: JSON.stringify(RESULT) }],
      },
    });
    const [ended] = await ends();
    expect(ended).toMatchObject({ status: 'completed', summary: RESULT.summary });
    expect(JSON.stringify(said)).toContain(`completed: ${RESULT.summary}`);
    expect(JSON.stringify(said)).not.toContain('work_performed');
    const report = await readFile(join(project.dir, String(ended?.results_location), 'report.md'), 'utf8');
    expect(report).toContain('Read it');
  });
});
