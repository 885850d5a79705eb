import { formatDuration } from '../domain/units.ts';
import type { WorkResult } from '../domain/work-result.ts';
import { cleanLine, truncate } from './clean.ts';
import { failureClassOf } from './failure-class.ts';
import { cancelWords, judgeExceeded } from './stopped-words.ts';
import type { Verdict, WorkerEnd } from './verdict.ts';
import { SUMMARY_CHARS_MAX } from './worker-result.ts';

/** Judges how a command ended: by its exit code, unless it was ended by us or from outside. */
export function judgeCommand(end: WorkerEnd): Verdict {
  const { redactText, command } = end.fold;
  const { status, summary, why } = judge(end);
  const said = redactText(cleanLine(command?.command ?? '', SUMMARY_CHARS_MAX));
  const result: WorkResult = {
    status: status === 'completed' ? 'completed' : 'failed',
    summary: redactText(summary),
    work_performed: [`Ran: ${said}`, `${codeWords(end)}, ${command?.lineCount ?? 0} lines of output`],
    files: [],
    next_steps: [],
    issues: [],
    handoff: redactText((command?.lastLines ?? []).join('\n')),
  };
  const failureClass = failureClassOf(status, end, null);
  return {
    ...(failureClass === null ? {} : { failureClass }),
    status,
    summary: cleanLine(redactText(summary), NOTICE_CHARS_MAX),
    why: redactText(why),
    result,
    usage: null,
    denied: [],
  };
}

function judge(end: WorkerEnd): Pick<Verdict, 'status' | 'summary' | 'why'> {
  const last = lastWords(end);
  // Asked to end, a command may well end with 0: what it was doing is not done for that.
  if (end.cancelled) {
    const summary = end.emergency === true ? 'Ended by the emergency shutdown.' : 'Cancelled.';
    return { status: 'cancelled', summary, why: `${cancelWords(end)}${last}` };
  }
  if (end.exceeded != null) {
    const { why, ...exceeded } = judgeExceeded(end.exceeded);
    return { ...exceeded, why: `${why}${last}` };
  }
  if (end.timedOut) {
    const limit = formatDuration(end.timeoutMs);
    return {
      status: 'timed_out',
      summary: `Stopped at its time limit of ${limit}.`,
      why: `Its time limit of ${limit} was over. Submit it again with a higher --timeout.${last}`,
    };
  }
  if (end.exitCode === 0 && end.signal === null) {
    return { status: 'completed', summary: `Exit code 0.${last}`, why: '' };
  }
  if (end.exitCode === null || end.exitCode > SIGNALLED) {
    const how =
      end.exitCode === null && end.signal === null
        ? end.restarted === true
          ? 'ended with the machine, which was restarted'
          : 'disappeared'
        : 'was ended from outside';
    return {
      status: 'lost',
      summary: `The command ${how} (${codeWords(end)}).${last}`,
      why: `The command ${how}; its output up to then is in command.log. Submit it again.`,
    };
  }
  return {
    status: 'failed',
    summary: `Exit code ${end.exitCode}.${last}`,
    why: `The command ended with exit code ${end.exitCode}. Its whole output is in command.log.`,
  };
}

/** A shell gives 128 and the number of the signal for a command that a signal ended. */
const SIGNALLED = 128;

function codeWords({ exitCode, signal }: WorkerEnd): string {
  if (signal !== null) return signal;
  if (exitCode === null) return 'no exit code';
  return exitCode > SIGNALLED
    ? `exit code ${exitCode}, signal ${exitCode - SIGNALLED}`
    : `exit code ${exitCode}`;
}

/** What a notice may take of a command: its exit code and the end of its output. */
const NOTICE_CHARS_MAX = 500;
const END_CHARS_MAX = 400;

/** From the end, as many whole lines as a notice has room for. */
function lastWords({ fold }: WorkerEnd): string {
  const lines = fold.command?.lastLines ?? [];
  if (lines.length === 0) return '';
  const kept: string[] = [];
  let room = END_CHARS_MAX;
  for (const line of lines.toReversed()) {
    room -= line.length + 3;
    if (room < 0 && kept.length > 0) break;
    kept.unshift(truncate(line, END_CHARS_MAX));
  }
  return ` It ended with: ${kept.join(' / ')}`;
}
