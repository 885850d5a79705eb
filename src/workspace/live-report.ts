import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { failure } from '../domain/failure.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { cleanLine } from '../observe/clean.ts';
import { displayPath, type Project } from './paths.ts';
import { isReport } from './report.ts';
import { ensureFolder, lstat, readTextFile, replaceFile } from './safe-file.ts';

/**
 * Checks where somebody wants a report to be kept.
 * @param path as typed, relative to the project root or absolute
 * @returns the path relative to the root; a failure if it leaves the project, is no Markdown or text file, lies behind
 *   a link or in a hidden folder or among Outloop's own files, or is a file that Outloop did not write
 */
export function checkReportPath(project: Project, path: string): Result<string> {
  const absolute = isAbsolute(path) ? path : join(project.root, path);
  const inside = relative(project.root, resolve(absolute));
  const parts = inside.split(sep);
  const refuse = (why: string) =>
    fail(
      failure(
        'usage',
        `The report cannot be at ${cleanLine(path, 60)}: ${why}.`,
        'Example: --report reports/notes.md',
      ),
    );

  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are refused
  if (path.trim() === '' || /[\x00-\x1f\x7f-\x9f]/.test(path)) return refuse('that is no path');
  if (parts[0] === '..' || isAbsolute(inside)) return refuse('it is outside the project');
  if (parts.some((part) => part.startsWith('.'))) return refuse('hidden files and folders are left alone');
  if (!/[^/]\.(?:md|markdown|txt)$/i.test(inside)) return refuse('its name must end in .md or .txt');
  const own = relative(join(project.reports, 'background'), join(project.root, inside));
  if (!own.startsWith('..')) return refuse('the workspaces are there');
  const link = linkOnTheWay(project.root, parts);
  if (link !== null) return refuse(`${link} is no plain file or folder`);
  return mayReplace(join(project.root, inside))
    ? ok(displayPath(project, join(project.root, inside)))
    : foreign(inside);
}

/** Writes the report as it is now to the checked path, and checks the path again: a worker may have been there. */
export function writeLiveReport(project: Project, path: string, report: string): Result<void> {
  const checked = checkReportPath(project, path);
  if (!checked.ok) return checked;
  const absolute = join(project.root, checked.value);
  const made = ensureFolder(project.root, dirname(absolute));
  return made.ok ? replaceFile(absolute, report) : made;
}

function linkOnTheWay(root: string, parts: readonly string[]): string | null {
  for (let count = 1; count <= parts.length; count++) {
    const path = parts.slice(0, count).join('/');
    const stats = lstat(join(root, path));
    if (stats === null) return null;
    const isFitting = count === parts.length ? stats.isFile() : stats.isDirectory();
    if (!isFitting) return path;
  }
  return null;
}

function mayReplace(path: string): boolean {
  const text = readTextFile(path, 4 * 1024 * 1024);
  return text.ok && (text.value === null || text.value.trim() === '' || isReport(text.value));
}

function foreign(path: string): Result<never> {
  return fail(
    failure(
      'file_exists',
      `${path} is there and is no report of Outloop.`,
      'Choose another name, or move that file away.',
    ),
  );
}
