import { ensureClient } from '../test/harness/ensure-client.ts';

/*
 * Finds the Claude Code client that tests and the demo drive, or fetches it after stating its size, and says which it
 * is. With `--path` it prints nothing but the path.
 */
try {
  const { path, version, source } = await ensureClient();
  const found = {
    env: 'from OUTLOOP_TEST_CLAUDE',
    path: 'from PATH',
    cache: 'from the cache',
    fetched: 'fetched',
  };
  console.log(process.argv.includes('--path') ? path : `Claude Code ${version}, ${found[source]}: ${path}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
