import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { MEANWHILE, playPart, TASK } from '../../demo/part.ts';
import { createPlace, pluginRoot } from '../../demo/place.ts';
import { ensureClient } from '../../test/harness/ensure-client.ts';
import { isTurn } from '../../test/harness/model-request.ts';
import { startModelServer } from '../../test/harness/model-server.ts';
import { pollUntil } from '../../test/harness/processes.ts';
import { startTmuxClient } from '../../test/harness/tmux-client.ts';

/** A terminal as it was, with its colours as escape sequences, and the version of the client that ran in it. */
export interface Capture {
  readonly screen: string;
  readonly version: string;
  /** The project it ran in, which is still there. */
  readonly kept: string;
}

const THINK_MS = 1_100;

/**
 * Runs the main job once in the real client with the scripted model of the demo, in a terminal of this size, and gives
 * what the terminal shows in the end.
 */
export async function captureMainJob(size: { columns: number; rows: number }): Promise<Capture> {
  const client = await ensureClient();
  await using server = await startModelServer();
  await using place = await createPlace(server.url, client.path);
  const { project } = place;
  server.setScript((request) => playPart(request, project.dir, THINK_MS));
  execFileSync(join(pluginRoot, 'bin/outloop'), ['init'], { cwd: project.dir, env: project.env() });
  await using terminal = await startTmuxClient({
    client: client.path,
    project,
    pluginDirs: [pluginRoot],
    size,
  });
  await terminal.submit(`/background researcher "${TASK}"`);
  await server.waitForRequest((request) => isTurn(request));
  await terminal.waitIdle();
  await terminal.submit(MEANWHILE);
  const shows = async (text: string) =>
    (await terminal.screen()).replaceAll(/\s+/g, ' ').includes(text) || undefined;
  if (!(await pollUntil(() => shows('The researcher is done.'), 60_000))) {
    throw new Error(`The session was not woken:\n${await terminal.screen()}`);
  }
  await terminal.waitIdle();
  // A hint about the terminal itself comes and goes.
  await pollUntil(async () => !(await terminal.screen()).includes('focus-events'), 30_000);
  return { screen: await terminal.coloured(), version: client.version, kept: place.kept };
}
