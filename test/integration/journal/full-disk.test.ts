import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readAsSeed } from '../../unit/journal/seed-reader.ts';
import { openProject, type Project } from './processes.ts';

/** Runs a command with a small file system of its own, which nobody else sees and which goes with it. */
const UNSHARE = ['unshare', '--user', '--map-root-user', '--mount'];
const canMount =
  spawnSync(UNSHARE[0] as string, [...UNSHARE.slice(1), 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;
if (!canMount) process.stdout.write('skipped: a full disk (no user namespace with mounts here)\n');

let project: Project;

beforeEach(() => {
  project = openProject();
  fs.mkdirSync(project.reports);
});

afterEach(() => project.close());

test.skipIf(!canMount)(
  'a disk that fills up loses nothing that was acknowledged, and takes more once freed',
  async () => {
    const ballast = path.join(project.reports, 'ballast');
    const prepare =
      'mount -t tmpfs -o size=128k none "$0" && head -c 65536 /dev/zero > "$0/ballast" && exec "$@"';
    const writer = project.start({ mode: 'fill', name: 'filler', ballast, descriptionBytes: 900 }, [
      ...UNSHARE,
      'sh',
      '-c',
      prepare,
      project.reports,
    ]);
    await writer.ended;
    expect(writer.lines.filter((line) => line.startsWith('failed'))).toEqual(
      Array.from({ length: 3 }, () => 'failed journal_unwritable none'),
    );
    const text = String(
      JSON.parse(writer.lines.find((line) => line.startsWith('journal '))?.slice(8) ?? '""'),
    );
    const acknowledged = writer.acknowledged();
    expect(acknowledged.length).toBeGreaterThan(10);
    expect(writer.lines.at(-3)).toBe(`ack ${acknowledged.at(-1)}`);
    expect(readAsSeed(text)).toEqual([...acknowledged].sort());
    expect(text).not.toContain('\n\n');
  },
);
