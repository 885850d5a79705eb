import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The root of this checkout. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Makes a fresh clone ready to run: refuses a Node that is too old or a platform that is not supported, and installs
 * the packages that package-lock.json names if they are missing or older than it. Ends the process if that fails.
 */
export function prepare() {
  const problem = unsupported();
  if (problem !== null) leave(problem);
  if (isInstalled()) return;
  console.error('Installing the packages of package-lock.json with npm ci: about 200 MB on disk …');
  const installed = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (installed !== 0) leave('`npm ci` failed; its words are above. Nothing else was changed.');
}

// Ctrl-C reaches the program that was started too; this one waits until that has cleaned up.
process.on('SIGINT', () => undefined);

/** Runs a program in the root of this checkout with this terminal, and returns its exit code. */
export function run(command, args, env = {}) {
  const ended = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['inherit', 'inherit', 'inherit'],
  });
  if (ended.error !== undefined) console.error(`${command}: ${ended.error.message}`);
  return ended.status ?? 1;
}

/** Runs a TypeScript file of this checkout. */
export function runTypeScript(file, args = [], env = {}) {
  return run(process.execPath, ['--import', 'tsx', join(root, file), ...args], env);
}

/** Says why, and ends the process. */
export function leave(why) {
  console.error(why);
  process.exit(1);
}

function unsupported() {
  if (process.platform === 'win32') {
    return 'Outloop runs on Linux and macOS; on Windows, run it inside WSL.';
  }
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return null;
  return `Node.js ${process.versions.node} is too old: install Node.js 20.19 or later.`;
}

function isInstalled() {
  // npm writes this file last, so it is as old as the install that finished.
  const installed = join(root, 'node_modules/.package-lock.json');
  const wanted = join(root, 'package-lock.json');
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs;
}
