import process from 'node:process';
import { leave, prepare, runTypeScript } from '../scripts/prepare.mjs';

/*
 * npm run demo: installs what is missing, then runs the main job once, for real, in a throw-away project.
 */
const HELP = `npm run demo              the real client, a scripted model on this machine: free
npm run demo -- --live    the real client with your own account: a few cents
npm run demo -- --print   without a terminal of its own, even where tmux is there`;

const flags = process.argv.slice(2);
const unknown = flags.find((flag) => !['--live', '--print', '--help'].includes(flag));
if (unknown !== undefined) leave(`There is no ${unknown}.\n\n${HELP}`);
if (flags.includes('--help')) console.log(HELP);
else {
  prepare();
  process.exitCode = runTypeScript('demo/run.ts', flags);
}
