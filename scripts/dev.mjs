import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { leave, prepare, root } from './prepare.mjs';

/*
 * npm run dev: opens the client with the hooks, commands and supervisor of this checkout, straight from TypeScript.
 * It opens in the folder from which npm was called: `npm --prefix PATH/TO/OUTLOOP run dev` tries it in another project.
 * What follows `--` goes to the client.
 */
prepare();
const client = process.env.OUTLOOP_CLAUDE || 'claude';
const ended = spawnSync(client, ['--plugin-dir', root, ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? root,
  env: { ...process.env, OUTLOOP_DEV: '1' },
  stdio: 'inherit',
});
if (ended.error !== undefined) {
  leave(
    `${client} could not be started (${ended.error.message}). Install Claude Code, or set OUTLOOP_CLAUDE.`,
  );
}
process.exitCode = ended.status ?? 1;
