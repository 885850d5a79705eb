import type { Check, CheckStatus } from '../doctor/check.ts';
import type { Style } from './style.ts';
import { WIDTH, wrap } from './wrap.ts';

const STATUS_WIDTH = 6;
const NAME_WIDTH = 13;
const INDENT = ' '.repeat(STATUS_WIDTH + NAME_WIDTH);
const TEXT_WIDTH = WIDTH - INDENT.length;

// The colours are those of a task's status.
const COLOURS: Readonly<Record<CheckStatus, string>> = { ok: 'completed', warn: 'queued', fail: 'failed' };

/** The doctor's report for people, 80 columns: a line per check, and below each problem what to do about it. */
export function renderChecks(
  report: { readonly version: string; readonly project: string; readonly checks: readonly Check[] },
  style: Style,
): string {
  const { version, project, checks } = report;
  return [
    ...wrap(`Outloop ${version} in ${project}`, WIDTH),
    ...checks.flatMap((check) => renderCheck(check, style)),
    verdict(checks),
  ].join('\n');
}

function renderCheck(check: Check, style: Style): string[] {
  const [first = '', ...rest] = wrap(check.summary, TEXT_WIDTH);
  const mark = style.status(COLOURS[check.status], check.status.padEnd(STATUS_WIDTH));
  return [
    `${mark}${check.name.padEnd(NAME_WIDTH)}${first}`,
    ...rest.map((line) => `${INDENT}${line}`),
    ...(check.status === 'ok' ? [] : wrap(`-> ${check.next}`, TEXT_WIDTH).map((line) => `${INDENT}${line}`)),
  ];
}

function verdict(checks: readonly Check[]): string {
  const failed = checks.filter(({ status }) => status === 'fail').length;
  const doubtful = checks.filter(({ status }) => status === 'warn').length;
  if (failed > 0)
    return `${failed} of ${checks.length} checks failed: background tasks do not work here yet.`;
  return doubtful > 0
    ? `Background tasks work; ${doubtful} of ${checks.length} checks are worth a look.`
    : 'All is well.';
}
