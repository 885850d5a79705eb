import { readdirSync } from 'node:fs';
import { failure } from '../domain/failure.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { ReportsPaths } from './paths.ts';
import { ensureFolder, lstat, replaceFile } from './safe-file.ts';

/**
 * Makes the reports folder ready for a first write. What was there stays: foreign files are never touched, and a
 * `.gitignore` of the person's own counts. Our own one covers the whole folder, or only our files where there are others.
 * @param options.gitignore false where the project wants its reports in git
 */
export function prepareReports(paths: ReportsPaths, options: { gitignore?: boolean } = {}): Result<void> {
  if (lstat(paths.root)?.isDirectory() !== true) {
    return fail(failure('reports_unwritable', `The project folder ${paths.root} is not there.`));
  }
  const made = ensureFolder(paths.reports, paths.reports);
  if (!made.ok) return made;
  if (options.gitignore === false || lstat(paths.gitignore) !== null) return ok(undefined);
  return replaceFile(paths.gitignore, isShared(paths) ? GITIGNORE_SHARED : GITIGNORE);
}

/** True if somebody else keeps files there: a rule for everything would hide those from git. */
function isShared(paths: ReportsPaths): boolean {
  return readdirSync(paths.reports).some((name) => !OWN_NAMES.includes(name));
}

const OWN_NAMES = [
  'coordination.jsonl',
  'activity.jsonl',
  'context-bundles',
  'background',
  'archive',
  '.outloop',
  '.gitignore',
];

const GITIGNORE_HEAD = '# Reports of background tasks. Empty this file to have them in git.\n';
const GITIGNORE = `${GITIGNORE_HEAD}*\n`;
const GITIGNORE_SHARED = `${GITIGNORE_HEAD}${OWN_NAMES.map((name) => `/${name}\n`).join('')}`;
