/** What can be wrong with a project's reports; part of the `--json` output: never rename one. */
export type FindingCode =
  | 'record_altered'
  | 'records_missing'
  | 'segment_missing'
  | 'base_differs'
  | 'checkpoint_differs'
  | 'index_differs'
  | 'marker_missing'
  | 'marker_left'
  | 'card_differs'
  | 'folder_missing'
  | 'folder_misplaced'
  | 'folder_twice'
  | 'folder_unknown'
  | 'manifest_missing'
  | 'manifest_differs';

/** One thing that is not as it should be, and what to do about it; part of the `--json` output. */
export interface Finding {
  readonly code: FindingCode;
  /** A file or folder, relative to the project where it lies inside. */
  readonly where: string;
  /** Where in the file, in bytes. */
  readonly at?: number;
  readonly task_id?: string;
  readonly what: string;
  readonly next: string;
}

export const REPAIR = 'See what `outloop repair` would do, then run `outloop repair --apply`.';
