import type { Changes } from '../domain/task-options.ts';
import { createRedactor, secretEnvironmentValues } from '../observe/redact.ts';
import { displayPath, type ReportsPaths, type WorkspaceFiles } from '../workspace/paths.ts';
import { replaceFile } from '../workspace/safe-file.ts';
import { quoteList } from './quote.ts';
import { runGit } from './run-git.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Puts the changes that a review is about into its workspace, as they are now and with secrets redacted: a reviewer
 * cannot run git.
 * @returns the section of the prime that says where they lie, or why they do not
 */
export function leaveChanges(
  paths: ReportsPaths,
  files: WorkspaceFiles,
  changes: Changes,
  env: Environment,
): string {
  const what = words(changes);
  const run = runGit(paths.root, env, diffArguments(changes), DIFF_TIMEOUT_MS);
  if (run.status !== 0) return section(what, `they cannot be shown (${why(run)}); read the files instead`);
  if (run.stdout.trim() === '') return section(what, 'git shows no difference in files that it knows');
  const redactText = createRedactor(secretEnvironmentValues(env));
  const written = replaceFile(files.changes, redactText(run.stdout));
  if (!written.ok) return section(what, `they cannot be shown (${written.failure.message})`);
  const lines = run.stdout.split('\n').length - 1;
  const news = 'files that git does not know yet are not in it: the uncommitted changes name them';
  return section(what, `${displayPath(paths, files.changes)} holds them as a diff of ${lines} lines`, news);
}

function section(what: string, ...lines: readonly string[]): string {
  return `THE CHANGES TO REVIEW, ${what}:\n${quoteList(lines, lines.length)}`;
}

function words({ base, head }: Changes): string {
  return head === undefined ? 'what is not committed' : `what ${head} has over ${base}`;
}

function diffArguments({ base, head }: Changes): string[] {
  // Names of branches are checked when the task is submitted; `--end-of-options` makes sure.
  const range = head === undefined ? base : `${base}...${head}`;
  return ['diff', '--no-ext-diff', '--no-textconv', '--no-color', '--end-of-options', range, '--'];
}

function why({ status, stderr }: { readonly status: number | null; readonly stderr: string }): string {
  return stderr.trim().split('\n')[0] || (status === null ? 'git could not be asked in time' : 'git failed');
}

const DIFF_TIMEOUT_MS = 5_000;
