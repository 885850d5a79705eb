import { readdirSync, rmdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { TASK_AGENTS } from '../domain/agents.ts';
import { ok, type Result } from '../domain/result.ts';
import { workspaceFiles } from '../workspace/paths.ts';
import { cannot } from '../workspace/safe-file.ts';
import { TRANSCRIPTS } from './cleanable.ts';

/** What a removal has left: files that Outloop did not make. */
export interface Removal {
  readonly left: readonly string[];
}

/** Removes the transcript of a workspace and nothing else. */
export function removeTranscript(folder: string): Result<void> {
  return attempt(folder, () => {
    for (const name of TRANSCRIPTS) rmSync(join(folder, name), { force: true });
  });
}

/**
 * Removes what Outloop made of a workspace: the transcript first and the report last, so that an interruption leaves
 * the best part. Foreign files stay, and their folder with them. No link is followed.
 */
export function removeWorkspace(folder: string): Result<Removal> {
  const transcript = removeTranscript(folder);
  if (!transcript.ok) return transcript;
  let left: string[] = [];
  const removed = attempt(folder, () => {
    const names = readdirSync(folder).toSorted((a, b) => Number(isLast(a)) - Number(isLast(b)));
    for (const name of names.filter(isOurs)) rmSync(join(folder, name), { recursive: true, force: true });
    left = names.filter((name) => !isOurs(name));
    if (left.length === 0) rmdirSync(folder);
  });
  return removed.ok ? ok({ left }) : removed;
}

const OWN = new Set(
  TASK_AGENTS.flatMap((agent) => Object.values(workspaceFiles('/', agent)).map((p) => basename(p))),
);

function isOurs(name: string): boolean {
  return (
    OWN.has(name) || /^late-\d+$/.test(name) || /^\..+\.tmp$/.test(name) || /\.in-the-way-\d+$/.test(name)
  );
}

function isLast(name: string): boolean {
  return name === 'manifest.json' || name === 'report.md';
}

function attempt(path: string, action: () => void): Result<void> {
  try {
    action();
    return ok(undefined);
  } catch (error) {
    return cannot('clean', path, error);
  }
}
