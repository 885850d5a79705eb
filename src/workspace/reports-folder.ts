import { failure } from '../domain/failure.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { ReportsPaths } from './paths.ts';
import { ensureFolder, lstat, replaceFile } from './safe-file.ts';

/**
 * Makes the reports folder ready for a first write. What was there stays: foreign files are never touched, and a
 * `.gitignore` of the person's own counts.
 * @param options.gitignore false where the project wants its reports in git
 */
export function prepareReports(paths: ReportsPaths, options: { gitignore?: boolean } = {}): Result<void> {
  if (lstat(paths.root)?.isDirectory() !== true) {
    return fail(failure('reports_unwritable', `The project folder ${paths.root} is not there.`));
  }
  const made = ensureFolder(paths.reports, paths.reports);
  if (!made.ok) return made;
  if (options.gitignore === false || lstat(paths.gitignore) !== null) return ok(undefined);
  return replaceFile(paths.gitignore, GITIGNORE);
}

const GITIGNORE = '# Reports of background tasks. Delete this file, or empty it, to have them in git.\n*\n';
