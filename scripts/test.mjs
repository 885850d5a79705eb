import process from 'node:process';
import { prepare, run, runTypeScript } from './prepare.mjs';

/*
 * npm test: installs what is missing, builds what the tests drive, and runs all of them. What follows `--` goes to
 * vitest: `npm test -- --project unit`, `npm test -- test/e2e/delegate.test.ts`.
 */
prepare();
const tests = () =>
  run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)]);
process.exitCode =
  runTypeScript('scripts/client.ts') ||
  runTypeScript('scripts/build.ts') ||
  runTypeScript('scripts/assemble-plugin.ts') ||
  tests();
