import { describe, expect, test } from 'vitest';
import { judgeToolCall } from '../../../src/guard/judge-tool-call.ts';

const scope = {
  agent: 'coder',
  root: '/p',
  reports: '/p/reports',
  realPath: (path: string) => (path === '/p/link/x' ? '/etc/x' : path),
};

function judge(tool: string, input: Record<string, unknown> = {}, agent = 'coder') {
  return judgeToolCall({ tool, input }, { ...scope, agent });
}

describe('the guard of a worker', () => {
  test.each([
    ['Read', { file_path: '/p/src/a.ts' }],
    ['Edit', { file_path: 'src/a.ts' }],
    ['Write', { file_path: '/p/.github/workflows/ci.yml' }],
    ['Bash', { command: 'npm test && git diff' }],
    ['Bash', { command: 'grep -rn claude src; cat docs/outloop.md' }],
    ['StructuredOutput', {}],
  ])('lets ordinary work pass: %s %j', (tool, input) => {
    expect(judge(tool, input)).toEqual({ allow: true });
  });

  test.each([
    ['Agent', { prompt: 'do it' }],
    ['Task', { prompt: 'do it' }],
    ['Skill', { skill: 'x' }],
    ['mcp__x__y', {}],
    ['Read', { file_path: '/etc/passwd' }],
    ['Read', { file_path: '/project-of-others/a' }],
    ['Read', { file_path: '/p/link/x' }],
    ['Grep', { pattern: 'x', path: '/' }],
    ['Write', { file_path: '/p/.git/hooks/pre-commit' }],
    ['Write', { file_path: '/p/.claude/settings.json' }],
    ['Edit', { file_path: '/p/sub/.claude-plugin/plugin.json' }],
    ['Write', { file_path: '/p/reports/coordination.jsonl' }],
    ['Write', { file_path: '/p/reports' }],
    ['Bash', { command: 'claude -p "go on"' }],
    ['Bash', { command: 'cd x && exec /usr/bin/claude -p y' }],
    ['Bash', { command: 'echo x | outloop submit --json -' }],
  ])('denies what a worker has no business with: %s %j', (tool, input) => {
    expect(judge(tool, input)).toMatchObject({ allow: false, reason: expect.stringContaining('guard') });
  });

  test('a reader cannot write, and an agent that is not known can do nothing', () => {
    expect(judge('Write', { file_path: '/p/a' }, 'researcher')).toMatchObject({ allow: false });
    expect(judge('Read', { file_path: '/p/a' }, 'nobody')).toMatchObject({ allow: false });
  });
});
