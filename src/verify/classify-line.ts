import type { StrayLine } from '../journal/fold.ts';

/** What a line is that is not part of the history. Only `damage` means that something was lost. */
export type StrayKind = 'lost_race' | 'fragment' | 'foreign' | 'damage';

/** A line outside the history; part of the `--json` output. */
export interface StrayPlace {
  readonly kind: StrayKind;
  /** Both in bytes. */
  readonly at: number;
  readonly length: number;
  /** The order number that it bears, where it can be read. */
  readonly seq?: number;
}

/**
 * Tells the harmless lines, which every crash may leave, from damage: a record that was altered, or one that cannot
 * be placed because records before it are missing.
 */
export function classifyLine(stray: StrayLine): StrayPlace {
  const seq = stray.parsed?.value.seq ?? stray.gluedTo?.seq;
  return {
    kind: kindOf(stray),
    at: stray.at,
    length: stray.line.length + 1,
    ...(typeof seq === 'number' ? { seq } : {}),
  };
}

function kindOf({ line, parsed, gluedTo, stranded }: StrayLine): StrayKind {
  if (parsed?.sound === true) return stranded ? 'damage' : 'lost_race';
  if (gluedTo !== undefined) return stranded ? 'damage' : 'fragment';
  if (parsed !== undefined) return typeof parsed.value.hash === 'string' ? 'damage' : 'foreign';
  const text = line.toString('latin1', 0, RECORD_OPEN.length);
  if (!text.startsWith(RECORD_OPEN)) return isBlank(line) ? 'damage' : 'foreign';
  return WHOLE_ENDING.test(line.toString('latin1', Math.max(0, line.length - ENDING_LENGTH)))
    ? 'damage'
    : 'fragment';
}

const RECORD_OPEN = '{"timestamp":"';
const WHOLE_ENDING = /,"hash":"[0-9a-f]{64}"\}$/;
const ENDING_LENGTH = 76;

/** Zeros are what a disk leaves of a block that never got there. */
function isBlank(line: Buffer): boolean {
  return line.length > 0 && line.every((byte) => byte === 0);
}
