import { cleanLine } from '../observe/clean.ts';
import type { AuditedFile } from '../verify/audit-journal.ts';
import type { StrayKind } from '../verify/classify-line.ts';
import type { Finding } from '../verify/finding.ts';
import type { Verified } from '../verify/verify-project.ts';

const STRAYS_SHOWN = 10;

/** What was verified, for people: each file of the history, its lines that do not count, and each finding. */
export function renderVerified(verified: Verified): string {
  const { files, findings, open, ended } = verified;
  const lines = files.length === 0 ? ['There is no journal yet.'] : files.flatMap(fileLines);
  const tasks = `${count(open, 'open task')}, ${count(ended, 'ended one')}`;
  return [
    ...lines,
    ...findings.flatMap(findingLines),
    findings.length === 0
      ? `Everything agrees: ${tasks}.`
      : `${count(findings.length, 'finding')}: ${tasks}.`,
  ].join('\n');
}

/** One finding in lines: where, what, and what to do. */
export function findingLines(finding: Finding): string[] {
  const at = finding.at === undefined ? '' : `, byte ${finding.at}`;
  return [`${cleanLine(finding.where)}${at}`, `  ${cleanLine(finding.what)}`, `  -> ${finding.next}`];
}

/** `1 file`, `3 files`. */
export function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

const KINDS: Readonly<Record<StrayKind, string>> = {
  lost_race: 'lost its race, nothing is missing',
  fragment: 'the rest of an interrupted write',
  foreign: 'written by somebody else',
  damage: 'damaged',
};

function fileLines(file: AuditedFile): string[] {
  const range = file.first_seq === null ? '' : ` (${file.first_seq} to ${file.last_seq})`;
  const shown = file.strays.slice(0, STRAYS_SHOWN);
  const more = file.strays.length - shown.length;
  return [
    `${cleanLine(file.file)}: ${count(file.records, 'record')}${range}, ${file.bytes} bytes`,
    ...shown.map(({ kind, at, length }) => `  byte ${at}, ${length} long: ${KINDS[kind]}`),
    ...(more > 0 ? [`  and ${count(more, 'more line')} that do not count`] : []),
  ];
}
