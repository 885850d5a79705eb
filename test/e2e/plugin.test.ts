import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ensureClient } from '../harness/ensure-client.ts';
import { createProject } from '../harness/project.ts';
import { pluginRoot } from './scenario.ts';

const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

for (const [what, args] of [
  ['this repository, as its directory of plugins checks it', [checkout, '--profile', 'directory']],
  ['the folder that people install', [pluginRoot]],
] as const) {
  test(`the client finds nothing to object to in ${what}`, async () => {
    const { exitCode, output } = await plugin('validate', '--strict', ...args);
    expect(output).not.toContain('⚠');
    expect(exitCode, output).toBe(0);
  });
}

test('the plugin costs each session at most 300 tokens of context', async () => {
  const { exitCode, output } = await plugin('details', 'outloop');
  expect(exitCode, output).toBe(0);
  const tokens = Number(/Always-on:\s+~(\d+) tok/.exec(output)?.[1]);
  process.stdout.write(`plugin details: always-on ~${tokens} tokens (at most 300)\n`);
  expect(tokens).toBeLessThanOrEqual(300);
  expect(output).toMatch(/Hooks \(10\)/);
});

/** Runs `claude plugin …` in a project that uses the plugin. */
async function plugin(...args: string[]): Promise<{ exitCode: number; output: string }> {
  const { path: client } = await ensureClient();
  await using project = await createProject({});
  return await new Promise((resolve) => {
    execFile(
      client,
      ['--plugin-dir', pluginRoot, 'plugin', ...args],
      // Without a key the client counts by itself instead of asking the API.
      { cwd: project.dir, env: project.env({ ANTHROPIC_API_KEY: undefined }) },
      (error, stdout, stderr) => {
        const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
        resolve({ exitCode, output: stdout + stderr });
      },
    );
  });
}
