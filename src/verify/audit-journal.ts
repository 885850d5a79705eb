import { isDeepStrictEqual } from 'node:util';
import type { JournalRecord } from '../domain/events.ts';
import { ok, type Result } from '../domain/result.ts';
import { toSnapshot } from '../domain/snapshot.ts';
import { type EndedTask, initialState, type JournalState } from '../domain/state.ts';
import { loadCheckpoint } from '../journal/checkpoint.ts';
import { loadIndex, searchIndex } from '../journal/ended-index.ts';
import type { Fold } from '../journal/fold.ts';
import { foldHistory } from '../journal/history.ts';
import { checkpointPath, type Journal } from '../journal/journal.ts';
import { listSegments } from '../journal/segments.ts';
import { displayPath, type Project } from '../workspace/paths.ts';
import { classifyLine, type StrayPlace } from './classify-line.ts';
import { type Finding, REPAIR } from './finding.ts';

/** One file of the history as it was found; part of the `--json` output. Sizes and places in bytes. */
export interface AuditedFile {
  readonly file: string;
  readonly bytes: number;
  readonly records: number;
  readonly first_seq: number | null;
  readonly last_seq: number | null;
  /** Lines that are not history, the unfinished last one among them. */
  readonly strays: readonly StrayPlace[];
  readonly damaged_at: number | null;
}

/** What a walk through the whole history has found. */
export interface JournalAudit {
  readonly files: readonly AuditedFile[];
  readonly findings: readonly Finding[];
  readonly state: JournalState;
  /** Every task that has ended and is not forgotten with an old file, by id. */
  readonly ended: ReadonlyMap<string, EndedTask>;
  /** Ids of ended tasks whose workspace was cleaned away. */
  readonly cleaned: ReadonlySet<string>;
}

/** How far the walk has come, in bytes. */
export type OnProgress = (doneBytes: number, totalBytes: number) => void;

/** Reads every line of the history, and compares what was derived from it. Changes nothing. */
export function auditJournal(
  journal: Journal,
  project: Pick<Project, 'root'>,
  onProgress: OnProgress = () => {},
): Result<JournalAudit> {
  const audit = new Walk(journal, project, onProgress);
  const folded = foldHistory(journal, {
    onFile: (path, fold, continues) => audit.begin(path, fold, continues),
    onRecord: (record) => audit.record(record),
    onStray: (stray) => audit.strays.push(classifyLine(stray)),
    onPruned: (task) => audit.pruned(task),
    onFileEnd: () => audit.end(),
  });
  if (!folded.ok) return folded;
  return ok(audit.result());
}

class Walk {
  strays: StrayPlace[] = [];
  private readonly files: AuditedFile[] = [];
  private readonly findings: Finding[] = [];
  private readonly ended = new Map<string, EndedTask>();
  private readonly prunedAt = new Map<string, number>();
  private readonly cleaned = new Set<string>();
  private readonly totalBytes: number;
  private doneBytes = 0;
  private path = '';
  private fold: Fold | undefined;
  private seqs: [first: number, last: number] | undefined;
  private records = 0;
  private saved: Fold | undefined;
  private readonly journal: Journal;
  private readonly project: Pick<Project, 'root'>;
  private readonly onProgress: OnProgress;

  constructor(journal: Journal, project: Pick<Project, 'root'>, onProgress: OnProgress) {
    this.journal = journal;
    this.project = project;
    this.onProgress = onProgress;
    const files = [...listSegments(journal), journal.paths.journal];
    this.totalBytes = files.reduce((sum, file) => sum + (journal.disk.factsAt(file)?.size ?? 0), 0);
  }

  begin(path: string, fold: Fold, continues: boolean): void {
    this.path = path;
    this.fold = fold;
    this.seqs = undefined;
    this.records = 0;
    this.strays = [];
    if (path === this.journal.paths.journal) this.saved = this.savedFold();
    // Behind a damaged file nothing can be compared; that it is damaged was said.
    const isBehindDamage = this.files.at(-1)?.strays.some(({ kind }) => kind === 'damage') === true;
    if (!continues && !isBehindDamage) {
      const what = 'A file of the archive between this one and the one before is missing.';
      this.find('segment_missing', what, 'Put it back from a copy. What is open today does not need it.', 0);
    }
  }

  record(record: JournalRecord): void {
    const { fold } = this;
    if (fold === undefined) return;
    this.records += 1;
    this.seqs = [this.seqs?.[0] ?? record.seq, record.seq];
    if (record.event === 'workspaces.removed') for (const id of record.task_ids) this.cleaned.add(id);
    if (record.event === 'journal.continued' && !sameContent(toSnapshot(fold.state), record.base)) {
      const what = 'The state that this file begins with is not the one that the file before it ends with.';
      this.find('base_differs', what, 'Tell the authors of Outloop, and keep both files.', 0);
    }
    if (record.seq === this.saved?.state.seq && record.hash === this.saved.state.hash) {
      this.checkSaved(this.saved, fold);
    }
    if (this.records % PROGRESS_RECORDS === 0)
      this.onProgress(this.doneBytes + fold.validEnd, this.totalBytes);
  }

  pruned(task: EndedTask): void {
    this.ended.set(task.id, task);
    this.prunedAt.set(task.id, this.fold?.state.seq ?? 0);
  }

  end(): void {
    const { fold } = this;
    if (fold === undefined) return;
    const rest = fold.facts.size - fold.offset;
    if (rest > 0) this.strays.push({ kind: 'fragment', at: fold.offset, length: rest });
    this.files.push({
      file: displayPath(this.project, this.path),
      bytes: fold.facts.size,
      records: this.records,
      first_seq: this.seqs?.[0] ?? null,
      last_seq: this.seqs?.[1] ?? null,
      strays: this.strays,
      damaged_at: fold.gapAt ?? null,
    });
    this.reportDamage(fold);
    this.doneBytes += fold.facts.size;
    this.onProgress(this.doneBytes, this.totalBytes);
  }

  result(): JournalAudit {
    this.checkIndex();
    const state = this.fold?.state ?? initialState();
    for (const task of state.ended.values()) this.ended.set(task.id, task);
    const { files, findings, ended, cleaned } = this;
    return { files, findings, state, ended, cleaned };
  }

  private reportDamage(fold: Fold): void {
    const isJournal = this.path === this.journal.paths.journal;
    const next = isJournal
      ? REPAIR
      : 'Put the file back from a copy, or leave it: what is open today does not need it.';
    if (fold.gapAt !== undefined) {
      const stranded = this.strays.filter(({ kind, at }) => kind === 'damage' && at >= (fold.gapAt ?? 0));
      const what = `Records are missing; ${stranded.length} that follow can no longer be placed.`;
      this.find('records_missing', what, next, fold.gapAt);
    }
    for (const { kind, at } of this.strays) {
      if (kind !== 'damage' || at >= (fold.gapAt ?? Number.POSITIVE_INFINITY)) continue;
      this.find(
        'record_altered',
        'A record was altered after it was written, and no longer counts.',
        next,
        at,
      );
    }
  }

  private savedFold(): Fold | undefined {
    const file = this.journal.disk.openToRead(this.path);
    if (file === undefined) return undefined;
    try {
      return loadCheckpoint(this.journal.disk, checkpointPath(this.journal), file)?.fold;
    } finally {
      file.close();
    }
  }

  private checkSaved(saved: Fold, fold: Fold): void {
    if (sameContent(toSnapshot(saved.state), toSnapshot(fold.state))) return;
    const what = 'It does not say what the journal says up to the same record.';
    this.find('checkpoint_differs', what, REPAIR, undefined, checkpointPath(this.journal));
  }

  private checkIndex(): void {
    const saved = loadIndex(this.journal, [...listSegments(this.journal), this.journal.paths.journal]);
    if (saved === undefined) return;
    const found = new Map<string, EndedTask>();
    searchIndex(this.journal, '', found);
    const { seq } = saved.checkpoint.fold.state;
    for (const [id, at] of this.prunedAt) {
      if (at > seq || sameContent(found.get(id), this.ended.get(id))) continue;
      const path = `${this.journal.paths.internal}/ended.index`;
      this.find('index_differs', `It does not know the end of ${id} as it was.`, REPAIR, undefined, path);
      return;
    }
  }

  private find(code: Finding['code'], what: string, next: string, at?: number, path = this.path): void {
    const where = displayPath(this.project, path);
    this.findings.push({ code, where, ...(at === undefined ? {} : { at }), what, next });
  }
}

const PROGRESS_RECORDS = 2_000;

/** As data: whether a field is missing or undefined makes no difference. */
function sameContent(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(plain(a), plain(b));
}

function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
