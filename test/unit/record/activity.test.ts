import { describe, expect, test } from 'vitest';
import { activityOfHook } from '../../../src/observe/activity.ts';

const timestamp = '2026-11-21T06:43:01.000Z';
const common = { session_id: 's-1234', cwd: '/home/me/app' };

function ofHook(input: Record<string, unknown>, promptText = false) {
  return activityOfHook({ ...common, ...input }, { promptText, timestamp });
}

describe('the activity of a hook', () => {
  test('has the length of a prompt, and its text only where that is wanted', () => {
    const prompt = { hook_event_name: 'UserPromptSubmit', prompt: 'hello 😀' };
    expect(ofHook(prompt)).toEqual([{ timestamp, session_id: 's-1234', event: 'prompt', characters: 7 }]);
    expect(ofHook(prompt, true)).toMatchObject([{ text: 'hello 😀' }]);
  });

  test('knows no prompt where the client made it of a background event', () => {
    expect(ofHook({ hook_event_name: 'UserPromptSubmit', prompt: '<task-notification>x' })).toEqual([]);
  });

  test('has a line for each call of a batch, its target relative to the folder and on one line', () => {
    const tool_calls = [
      { tool_name: 'Read', tool_input: { file_path: '/home/me/app/src/a.ts' }, tool_use_id: 't1' },
      { tool_name: 'Bash', tool_input: { command: 'echo a\necho \u001b[31mb' }, tool_use_id: 't2' },
    ];
    expect(
      ofHook({ hook_event_name: 'PostToolBatch', tool_calls, agent_id: 'a1', agent_type: 'Explore' }),
    ).toMatchObject([
      {
        event: 'tool',
        tool: 'Read',
        target: 'src/a.ts',
        tool_use_id: 't1',
        agent_id: 'a1',
        agent_type: 'Explore',
      },
      { event: 'tool', tool: 'Bash', target: 'echo a echo b', tool_use_id: 't2' },
    ]);
  });

  test('redacts secrets before it cuts', () => {
    const command = `curl -H "x-api-key: sk-ant-api03-${'a1B2'.repeat(24)}AA" https://example.com`;
    const [line] = ofHook({
      hook_event_name: 'PostToolBatch',
      tool_calls: [{ tool_name: 'Bash', tool_input: { command }, tool_use_id: 't1' }],
    });
    expect(JSON.stringify(line)).not.toContain('a1B2a1B2');
    expect(JSON.stringify(line)).toContain('[redacted:');
  });

  test('calls an Agent call a delegation', () => {
    const tool_input = { description: 'look for tests', prompt: 'long', subagent_type: 'Explore' };
    expect(
      ofHook({ hook_event_name: 'PostToolBatch', tool_calls: [{ tool_name: 'Agent', tool_input }] }),
    ).toMatchObject([{ event: 'delegation', agent: 'Explore', text: 'look for tests' }]);
  });

  test('is nothing for what makes no sense', () => {
    for (const input of [
      {},
      { hook_event_name: 'PostToolBatch', tool_calls: 'x' },
      { hook_event_name: 'PostToolBatch', tool_calls: [null, 3, {}] },
      { hook_event_name: 'Other' },
    ]) {
      expect(ofHook(input)).toEqual([]);
    }
  });
});
