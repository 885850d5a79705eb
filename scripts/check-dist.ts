import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * Fails when the committed bundles in `dist/` are not what the sources give: builds them again into a folder of its
 * own and compares byte by byte. People install `dist/`; a change that is missing there does not exist for them.
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const built = mkdtempSync(join(tmpdir(), 'outloop-dist-'));
try {
  const build = spawnSync(process.execPath, [...process.execArgv, join(root, 'scripts/build.ts'), built], {
    cwd: root,
    stdio: 'inherit',
  });
  const differences = build.status === 0 ? compare(join(root, 'dist'), built) : ['the build failed'];
  if (differences.length > 0) {
    console.error(`dist/ does not follow from the sources:\n  ${differences.join('\n  ')}`);
    console.error('Run: npm run build, and commit dist/.');
    process.exitCode = 1;
  }
} finally {
  rmSync(built, { recursive: true, force: true });
}

function compare(committed: string, expected: string): string[] {
  const [is, should] = [filesIn(committed), filesIn(expected)];
  return [...new Set([...is.keys(), ...should.keys()])].toSorted().flatMap((path) => {
    const [before, after] = [is.get(path), should.get(path)];
    if (before === undefined) return `${path} is missing`;
    if (after === undefined) return `${path} comes from no source`;
    return before.equals(after) ? [] : `${path} differs`;
  });
}

function filesIn(folder: string): ReadonlyMap<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path)]));
}
