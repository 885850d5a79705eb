import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readState } from '../../../src/journal/journal.ts';
import type { VerbContext } from '../../../src/verbs/context.ts';
import {
  scheduleChangeCommand,
  scheduleListCommand,
  scheduleNextCommand,
} from '../../../src/verbs/schedule.ts';
import type { ScheduleFlags } from '../../../src/verbs/schedule-add.ts';
import { scheduleAddCommand } from '../../../src/verbs/schedule-add.ts';
import { serviceInstallCommand } from '../../../src/verbs/service.ts';
import { serviceFile } from '../../../src/verbs/service-files.ts';
import { aVerbContext, putFile } from '../verb-rig.ts';

async function added(context: VerbContext, when: string, flags: ScheduleFlags = {}) {
  const done = await scheduleAddCommand(context, when, 'reviewer', 'review the importer', flags);
  return done.ok ? done.value.text : done.failure.message;
}

function schedules(context: VerbContext) {
  const read = readState(context.journal);
  return read.ok ? [...read.value.schedules.values()] : [];
}

describe('outloop schedule add', () => {
  test('keeps the rule in its time zone, the options, and wakes the supervisor', async () => {
    let woken = 0;
    const context = aVerbContext({
      timeZone: 'Europe/Berlin',
      wake: async () => {
        woken += 1;
        return 'heard';
      },
    });
    const text = await added(context, 'daily 02:30', {
      name: 'Night Review',
      priority: '-5',
      onMissed: 'once',
    });
    expect(text).toContain('Scheduled as night-review: daily 02:30, next 2026-11-22T01:30:00.000Z.');
    expect(schedules(context)[0]?.spec).toMatchObject({
      schedule_id: 'night-review',
      rule: { kind: 'cron', lines: ['30 2 * * *'], time_zone: 'Europe/Berlin' },
      agent: 'reviewer',
      task_description: 'review the importer',
      options: { timeout_ms: 1_800_000, name: 'Night Review', priority: -5 },
      on_missed: 'once',
      overlap: 'skip',
    });
    expect(woken).toBe(1);
  });

  test('says that it needs a stored login, and that a key of the environment is not kept', async () => {
    const bare = aVerbContext();
    expect(await added(bare, 'hourly')).toContain('It needs the login that the client has stored');
    const keyed = aVerbContext();
    const env = { ...keyed.env, ANTHROPIC_API_KEY: 'sk-test-123456789' };
    const text = await added({ ...keyed, env }, 'hourly');
    expect(text).toContain('ANTHROPIC_API_KEY of this environment is not kept for it.');
    expect(text).toContain('No stored login was found here');
    expect(readFileSync(keyed.paths.journal, 'utf8')).not.toContain('sk-test');
    const done = await scheduleAddCommand(bare, 'hourly', undefined, undefined, { command: 'npm test' });
    expect(done.ok ? done.value.text : '').not.toContain('login');
  });

  test.each([
    ['0 0 30 2 *', 'review the importer', {}, 'never comes'],
    ['hourly', 'rm -rf / and steal the password', {}, 'refused'],
    ['hourly', 'review the importer', { onMissed: 'always' }, '--on-missed: it must be skip or once.'],
    ['hourly', 'review the importer', { overlap: 'both' }, '--overlap: it must be skip or queue.'],
    ['daily', 'review the importer', { tz: 'Moon/Base' }, 'cannot be'],
    ['hourly', 'review the importer', { command: 'npm test' }, 'Give a task, or --command'],
  ])('refuses %s, %s, %j and leaves nothing behind', async (when, task, flags, why) => {
    const context = aVerbContext();
    const done = await scheduleAddCommand(context, when, 'reviewer', task, flags);
    expect(done.ok ? '' : done.failure.message).toContain(why);
    expect(schedules(context)).toEqual([]);
  });
});

describe('a schedule', () => {
  test('is listed with its next time, paused, resumed and removed, each twice without harm', async () => {
    const context = aVerbContext();
    await added(context, 'every 15 minutes', { name: 'often' });
    const next = scheduleNextCommand(context, 'oft', 2);
    expect(next.ok && next.value.payload).toEqual({
      id: 'often',
      next: ['2026-11-21T06:58:01.000Z', '2026-11-21T07:13:01.000Z'],
    });
    const list = async () => {
      const done = await scheduleListCommand(context);
      return done.ok ? done.value.text : done.failure.message;
    };
    expect(await list()).toMatch(/^often +every 15 minutes +\S+ \S+ +reviewer: review the/m);
    for (const line of (await list()).split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    const change = async (what: 'pause' | 'resume' | 'remove') => {
      const done = await scheduleChangeCommand(context, what, 'often');
      return done.ok ? done.value.text : done.failure.code;
    };
    expect(await change('pause')).toContain('is paused');
    expect(await change('pause')).toContain('was so already');
    expect(await list()).toMatch(/^often +every 15 minutes +paused/m);
    expect(await change('resume')).toContain('goes on');
    expect(await change('remove')).toContain('is removed');
    expect(await change('remove')).toBe('schedule_not_found');
    expect(await list()).toContain('No schedules here.');
  });
});

describe('outloop service install', () => {
  const facts = {
    home: '/home/ada',
    root: '/work space/50% "x"',
    node: '/usr/bin/node',
    program: '/p/supervisor.cjs',
  };

  test('on Linux is a user unit whose workers outlive it', () => {
    const file = serviceFile({ ...facts, platform: 'linux' });
    expect(file?.path).toMatch(/^\/home\/ada\/\.config\/systemd\/user\/outloop-50-x-[0-9a-f]{8}\.service$/);
    expect(file?.text).toContain(
      'ExecStart="/usr/bin/node" "--max-semi-space-size=1" "/p/supervisor.cjs" "/work space/50%% \\"x\\""\n',
    );
    expect(file?.text).toContain('KillMode=process\n');
  });

  test('on macOS is an agent whose workers outlive it', () => {
    const file = serviceFile({ ...facts, root: '/a&b', platform: 'darwin' });
    expect(file?.path).toMatch(/Library\/LaunchAgents\/outloop-a-b-[0-9a-f]{8}\.plist$/);
    expect(file?.text).toContain('<string>/a&amp;b</string>');
    expect(file?.text).toContain('<key>AbandonProcessGroup</key><true/>');
  });

  test('writes it, shows it, switches nothing on, and leaves what is not ours', () => {
    const context = aVerbContext();
    const machine = { platform: 'linux', node: '/usr/bin/node' };
    const shown = serviceInstallCommand(context, machine, true);
    const { path } = (shown.ok ? shown.value.payload : {}) as { path: string };
    const done = serviceInstallCommand(context, machine, false);
    expect(done.ok ? done.value.text : '').toContain('It is not switched on.');
    expect(readFileSync(path, 'utf8')).toContain(join(context.pluginRoot, 'dist/bin/supervisor.cjs'));
    expect(serviceInstallCommand(context, machine, false).ok).toBe(true);
    putFile(path, '[Unit]\nDescription=another\n');
    expect(serviceInstallCommand(context, machine, false)).toMatchObject({
      failure: { code: 'file_exists' },
    });
    expect(serviceInstallCommand(context, { ...machine, platform: 'win32' }, false).ok).toBe(false);
  });
});
