import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Failure } from '../domain/failure.ts';
import { ok, type Result } from '../domain/result.ts';
import { type JournalState, needsAttention } from '../domain/state.ts';
import { readSupervisorCard } from '../ipc/ask-supervisor.ts';
import type { Journal } from '../journal/journal.ts';
import { markerPath } from '../journal/marker.ts';
import { identityOf, isAlive } from '../process/identity.ts';
import { displayPath, type ReportsPaths } from '../workspace/paths.ts';
import { type AuditedFile, auditJournal, type JournalAudit, type OnProgress } from './audit-journal.ts';
import { type Finding, REPAIR } from './finding.ts';
import { checkFolders } from './folders.ts';

/** What is to be verified. */
export interface VerifyPlace {
  readonly paths: ReportsPaths;
  readonly journal: Journal;
}

/** What a look at everything has found; part of the `--json` output. */
export interface Verified {
  readonly clean: boolean;
  readonly files: readonly AuditedFile[];
  readonly open: number;
  readonly ended: number;
  readonly supervised: boolean;
  readonly findings: readonly Finding[];
}

/**
 * Compares everything that must agree: each line of the journal with its chain, what was derived from it with what it
 * says, the folders with the tasks. Changes nothing.
 * @returns the audit of the journal too, for whoever goes on from here
 */
export function verifyProject(
  place: VerifyPlace,
  onProgress?: OnProgress,
): Result<{ readonly verified: Verified; readonly audit: JournalAudit }, Failure> {
  const { paths, journal } = place;
  const audited = auditJournal(journal, paths, onProgress);
  if (!audited.ok) return audited;
  const audit = audited.value;
  const findings = [
    ...audit.findings,
    ...checkMarker(place, audit.state),
    ...checkCard(paths, audit.state),
    ...checkFolders(paths, audit),
  ];
  const verified: Verified = {
    clean: findings.length === 0,
    files: audit.files,
    open: audit.state.open.size,
    ended: audit.ended.size,
    supervised: isSupervisedBy(audit.state),
    findings,
  };
  return ok({ verified, audit });
}

/** True while the supervisor that the journal names lives. */
export function isSupervisedBy({ supervisor }: Pick<JournalState, 'supervisor'>): boolean {
  return supervisor !== null && !supervisor.stopped && isAlive(supervisor.process);
}

function checkMarker({ paths, journal }: VerifyPlace, state: JournalState): Finding[] {
  const where = displayPath(paths, markerPath(journal));
  const stands = journal.disk.exists(markerPath(journal));
  if (needsAttention(state) === stands) return [];
  return stands
    ? [{ code: 'marker_left', where, what: 'Nothing is open, and yet hooks are told to look.', next: REPAIR }]
    : [{ code: 'marker_missing', where, what: 'Something is open, and no hook looks.', next: REPAIR }];
}

/** A card of a supervisor that is gone is harmless: whoever reads it finds nobody there. */
function checkCard(paths: ReportsPaths, state: JournalState): Finding[] {
  const path = join(paths.internal, 'supervisor.json');
  const where = displayPath(paths, path);
  const next = `End it: kill the process. Workers live on, and the next task starts a new one.`;
  const card = readSupervisorCard(path);
  if (card === null) {
    if (!existsSync(path)) return [];
    return [{ code: 'card_differs', where, what: 'It cannot be read.', next: REPAIR }];
  }
  const named = state.supervisor;
  const isStranger = identityOf(card.pid) !== null && card.pid !== named?.process.pid;
  // A pid comes back: only while another supervisor lives too, two could be at work.
  if (!isStranger || !isSupervisedBy(state)) return [];
  const what = `It names pid ${card.pid}, the journal pid ${named?.process.pid}.`;
  return [{ code: 'card_differs', where, what, next }];
}
