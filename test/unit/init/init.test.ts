import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../../src/domain/result.ts';
import { backgroundFileText } from '../../../src/verbs/background-file.ts';
import { OUR_COMMAND_MARK } from '../../../src/verbs/command-file.ts';
import type { CommandOutput } from '../../../src/verbs/command-output.ts';
import type { Initialized, Uninitialized } from '../../../src/verbs/init.ts';
import { initCommand, uninitCommand } from '../../../src/verbs/init.ts';
import { offerStatusLine, type StatusLineOffer } from '../../../src/verbs/offer-statusline.ts';
import { aVerbContext, PLUGIN_ROOT, putFile } from '../verb-rig.ts';

const FOREIGN = 'Do something else with $ARGUMENTS\n';

function output<T>(result: Result<CommandOutput>): { readonly payload: T; readonly text: string } {
  if (!result.ok) throw new Error(result.failure.message);
  for (const line of result.value.text.split('\n')) {
    if (!line.includes('/tmp/')) expect(line.length, line).toBeLessThanOrEqual(80);
  }
  return { payload: result.value.payload as T, text: result.value.text };
}

const projectFile = (root: string) => join(root, '.claude/commands/background.md');

describe('init', () => {
  test("writes the project's command file with our mark, and says what it shadows", async () => {
    const context = aVerbContext();
    const { payload, text } = output<Initialized>(await initCommand(context, 'project'));
    expect(payload).toEqual({
      outcome: 'created',
      scope: 'project',
      path: projectFile(context.paths.root),
      hidden_by: null,
    });
    expect(readFileSync(payload.path, 'utf8')).toContain(OUR_COMMAND_MARK);
    expect(readdirSync(dirname(payload.path))).toEqual(['background.md']);
    expect(text).toContain('Wrote .claude/commands/background.md');
    expect(text).toContain("shadows Claude Code's own /background");
    expect(text).toContain('/bg still does that');
    expect(text).toContain('outloop uninit --project');
  });

  test("writes the user's file into the folder of the client's settings", async () => {
    const context = aVerbContext();
    const { payload } = output<Initialized>(await initCommand(context, 'user'));
    expect(payload.path).toBe(join(context.home, '.claude/commands/background.md'));
    const elsewhere = join(context.home, 'settings');
    const moved = { ...context, env: { ...context.env, CLAUDE_CONFIG_DIR: elsewhere } };
    expect(output<Initialized>(await initCommand(moved, 'user')).payload.path).toBe(
      join(elsewhere, 'commands/background.md'),
    );
  });

  test('changes nothing the second time', async () => {
    const context = aVerbContext();
    await initCommand(context, 'project');
    const { payload, text } = output<Initialized>(await initCommand(context, 'project'));
    expect(payload.outcome).toBe('unchanged');
    expect(text).toContain('Nothing to do');
  });

  test('renews a file of ours from another version', async () => {
    const context = aVerbContext();
    const path = putFile(projectFile(context.paths.root), `---\n---\n${OUR_COMMAND_MARK}\nAn older text.\n`);
    expect(output<Initialized>(await initCommand(context, 'project')).payload.outcome).toBe('updated');
    expect(readFileSync(path, 'utf8')).toBe(backgroundFileText(PLUGIN_ROOT));
  });

  test("leaves somebody else's file as it is and says what to do", async () => {
    const context = aVerbContext();
    const path = putFile(projectFile(context.paths.root), FOREIGN);
    const refused = await initCommand(context, 'project');
    expect(refused).toMatchObject({ ok: false, failure: { code: 'file_exists', details: { path } } });
    if (refused.ok) return;
    expect(refused.failure.message).toContain(path);
    expect(refused.failure.hint).toContain('/outloop:background');
    expect(readFileSync(path, 'utf8')).toBe(FOREIGN);
  });

  test('follows no link, neither to a file of ours nor out of the project', async () => {
    const context = aVerbContext();
    const target = putFile(join(context.home, 'target.md'), `${OUR_COMMAND_MARK}\nold\n`);
    mkdirSync(dirname(projectFile(context.paths.root)), { recursive: true });
    symlinkSync(target, projectFile(context.paths.root));
    expect(await initCommand(context, 'project')).toMatchObject({ failure: { code: 'file_exists' } });
    expect(readFileSync(target, 'utf8')).toBe(`${OUR_COMMAND_MARK}\nold\n`);

    const other = aVerbContext();
    mkdirSync(join(other.paths.root, '.claude'));
    symlinkSync(other.home, join(other.paths.root, '.claude/commands'));
    const refused = await initCommand(other, 'project');
    expect(refused).toMatchObject({ ok: false, failure: { code: 'reports_unwritable' } });
    expect(readdirSync(other.home)).toEqual([]);
  });

  test("says when the user's file comes before the project's", async () => {
    const context = aVerbContext();
    const first = putFile(join(context.home, '.claude/commands/background.md'), FOREIGN);
    const { payload, text } = output<Initialized>(await initCommand(context, 'project'));
    expect(payload.hidden_by).toBe(first);
    expect(text).toContain(first);
  });
});

describe('uninit', () => {
  test('removes our file, whatever its version, and nothing else', async () => {
    const context = aVerbContext();
    await initCommand(context, 'project');
    const neighbour = putFile(join(context.paths.root, '.claude/commands/other.md'), FOREIGN);
    const { payload, text } = output<Uninitialized>(await uninitCommand(context, 'project'));
    expect(payload).toMatchObject({ outcome: 'removed', path: projectFile(context.paths.root) });
    expect(text).toContain('Removed .claude/commands/background.md');
    expect(existsSync(payload.path)).toBe(false);
    expect(existsSync(neighbour)).toBe(true);
  });

  test('says that there was nothing', async () => {
    const { payload, text } = output<Uninitialized>(await uninitCommand(aVerbContext(), 'user'));
    expect(payload.outcome).toBe('absent');
    expect(text).toContain('Nothing to remove');
  });

  test("leaves somebody else's file", async () => {
    const context = aVerbContext();
    const path = putFile(projectFile(context.paths.root), FOREIGN);
    expect(output<Uninitialized>(await uninitCommand(context, 'project')).payload.outcome).toBe('foreign');
    expect(readFileSync(path, 'utf8')).toBe(FOREIGN);
  });
});

describe('the file', () => {
  test("is the plugin's own command text with our mark", () => {
    const text = backgroundFileText(PLUGIN_ROOT);
    const source = readFileSync(join(PLUGIN_ROOT, 'commands/background.md'), 'utf8');
    for (const line of source.split('\n')) expect(text).toContain(line);
    expect(text.split(OUR_COMMAND_MARK)).toHaveLength(2);
    expect(text.startsWith('---\n#')).toBe(true);
  });

  test('of this repository is the one that init would write', () => {
    const path = projectFile(PLUGIN_ROOT);
    expect(readFileSync(path, 'utf8'), 'run: outloop init --project').toBe(backgroundFileText(PLUGIN_ROOT));
  });
});

describe('init --statusline', () => {
  const offer = (context: ReturnType<typeof aVerbContext>) =>
    output<StatusLineOffer>(offerStatusLine(context));

  test('says what to put where, and writes nothing', () => {
    const context = aVerbContext();
    const { payload, text } = offer(context);
    expect(payload.status_line).toEqual({
      type: 'command',
      command: `${PLUGIN_ROOT}/bin/outloop statusline`,
    });
    expect(JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1))).toEqual({
      statusLine: payload.status_line,
    });
    expect(existsSync(payload.settings)).toBe(false);
  });

  test('names the command alone where it is on the PATH', () => {
    const context = aVerbContext();
    const bin = dirname(putFile(join(context.home, 'bin/outloop'), ''));
    const { payload } = offer({ ...context, env: { ...context.env, PATH: bin } });
    expect(payload.status_line.command).toBe('outloop statusline');
  });

  test('leaves a status line that is there to its owner, and knows its own', () => {
    const context = aVerbContext();
    const settings = join(context.home, '.claude/settings.json');
    putFile(settings, JSON.stringify({ statusLine: { type: 'command', command: 'my-line' } }));
    expect(offer(context)).toMatchObject({
      payload: { present: 'my-line' },
      text: expect.stringContaining('of your own'),
    });
    putFile(settings, JSON.stringify({ statusLine: { type: 'command', command: 'outloop statusline' } }));
    expect(offer(context).text).toContain('already');
  });
});
