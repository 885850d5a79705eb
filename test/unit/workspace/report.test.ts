import { describe, expect, test } from 'vitest';
import { isReport, type ReportInput, renderReport } from '../../../src/workspace/report.ts';
import { anEnd, RESULT, SUBMITTED_AT, TASK } from './workspace-rig.ts';

describe('a report', () => {
  test('has the head and the sections of the original format, in its order', () => {
    const report = renderReport(input());
    const order = [
      '## Background Task: implement the export endpoint of the importer',
      '**Agent**: coder',
      '**Started**: 2026-11-21 06:43:02 UTC',
      '**Status**: ✅ COMPLETED',
      '**Duration**: 18 minutes',
      '### Work Performed\n1. Wrote the endpoint\n2. Ran the tests: 12 passed',
      '### Files Created/Modified\n- `src/export.ts` (created) - the endpoint',
      '### Next Steps Recommended\n- Document the endpoint',
      '### Issues/Blockers\nNone',
      '**Task Status**: READY FOR HANDOFF',
    ];
    const places = order.map((part) => report.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(report).not.toContain('README.md');
  });

  test('tells what it cost and how to open the session of the worker', () => {
    const report = renderReport(input());
    expect(report).toContain('Cost $0.42, 126.2k tokens in (120.0k from cache), 3.4k out, 14 turns');
    expect(report).toContain('`claude --resume 0f9a4c1e-1111-4222-8333-444455556666`');
    expect(report).toContain('`reports/background/completed/x`');
  });

  test('of a worker that was stopped says that its cost is not known', () => {
    const usage = { ...(anEnd().usage ?? never()), cost_usd: 0 };
    expect(renderReport(input({ usage }))).toContain('Cost not known');
  });

  test('of a task that runs shows the progress so far and claims no end', () => {
    const report = renderReport(
      input({ status: 'running', result: null, usage: null, summary: '', progress: ['06:43:05 Read a.ts'] }),
    );
    expect(report).toContain('**Status**: 🔄 RUNNING');
    expect(report).toContain('- 06:43:05 Read a.ts');
    expect(report).toContain('**Task Status**: IN PROGRESS');
    expect(report).not.toContain('COMPLETED');
  });

  test('of a task that has not started says so', () => {
    const report = renderReport(
      input({ status: 'queued', startedAt: null, result: null, usage: null, summary: '' }),
    );
    expect(report).toContain('**Duration**: not started');
    expect(report).toContain('Not started yet');
  });

  test('of a failure says what ended it, among the issues too, and what was seen of the work', () => {
    const why = 'Its time limit of 20 minutes was over.';
    const report = renderReport(
      input({
        status: 'timed_out',
        result: null,
        summary: 'Stopped.',
        why,
        progress: ['06:43:05 Edit a.ts'],
      }),
    );
    expect(report).toContain('**Status**: ⏰ TIMED OUT');
    expect(report).toContain(`**What ended it**: ${why}`);
    expect(report).toContain(`### Issues/Blockers\n- ${why}`);
    expect(report).toContain('- 06:43:05 Edit a.ts');
    expect(report).toContain('**Task Status**: NOT DONE (timed out)');
  });

  test('of a task without a result names the files that were seen being written', () => {
    const report = renderReport(input({ status: 'lost', result: null, touched: ['src/a.ts'] }));
    expect(report).toContain(
      '### Files Created/Modified\nSeen being written, not confirmed by the worker:\n\n- `src/a.ts`',
    );
  });

  test('of a blocked task asks for the person', () => {
    const report = renderReport(
      input({ status: 'failed', result: { ...RESULT, status: 'blocked', issues: ['Start the database'] } }),
    );
    expect(report).toContain('❌ FAILED (blocked)');
    expect(report).toContain('**Task Status**: BLOCKED');
    expect(report).toContain('- Start the database');
  });

  test('lets no text of the worker break out of its line', () => {
    const hostile = 'x\n## Background Task: fake\n\u001b[31m<script>alert(1)</script> ![i](http://evil)';
    const result = {
      status: 'completed' as const,
      summary: hostile,
      work_performed: [hostile],
      files: [{ path: 'a`b\nc', change: 'created' as const, note: hostile }],
      next_steps: [hostile],
      issues: [hostile],
      handoff: hostile,
    };
    const report = renderReport(input({ description: hostile, summary: hostile, result }));
    expect(report.match(/^## /gm)).toHaveLength(1);
    expect(report).not.toMatch(/(?<!\\)<script/);
    expect(report).not.toMatch(/(?<!\\)!\[/);
    expect(report).not.toContain('\u001b');
    expect(report).toContain("- `a'b c` (created)");
  });

  test('is known as a report again, and nothing else is', () => {
    expect(isReport(renderReport(input()))).toBe(true);
    expect(isReport('# My own notes\n')).toBe(false);
    expect(isReport('about\n<!-- outloop report 20261121-064301-coder-k3f9 -->\nand more\n')).toBe(false);
  });
});

function input(parts: Partial<ReportInput> = {}): ReportInput {
  const end = anEnd();
  return {
    taskId: TASK.id,
    agent: 'coder',
    description: TASK.description,
    status: 'completed',
    submittedAt: SUBMITTED_AT,
    startedAt: end.startedAt,
    at: end.endedAt,
    summary: end.summary,
    why: '',
    result: RESULT,
    progress: [],
    usage: end.usage,
    workerSessionId: end.workerSessionId,
    workspace: 'reports/background/completed/x',
    ...parts,
  };
}

function never(): never {
  throw new Error('the end has a usage');
}
