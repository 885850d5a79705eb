import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { captureMainJob } from './picture/capture.ts';
import { drawTerminal } from './picture/svg.ts';
import { readTerminal } from './picture/terminal.ts';

/*
 * Draws docs/main-job.svg: the screen of the real client after the main job, as tmux captured it, from the first prompt
 * on. Nothing in it is written by hand; needs tmux.
 *
 *   npx tsx scripts/draw-picture.ts [path]
 */
const SIZE = { columns: 90, rows: 43 };

const target = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), '../docs/main-job.svg');
const { screen, version, kept } = await captureMainJob(SIZE);
rmSync(kept, { recursive: true });
const title = `Claude Code ${version} with Outloop (the model is scripted)`;
const rows = readTerminal(screen);
const first = rows.findIndex((cells) => cells.some(({ character }) => character === '❯'));
writeFileSync(target, drawTerminal(rows.slice(first), SIZE.columns, title));
console.log(`Wrote ${target}`);
