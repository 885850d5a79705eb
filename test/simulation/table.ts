import type { Counts } from './counts.ts';

/** Every way that a task, a supervisor, a schedule or a journal can go; each must have been gone often enough. */
export const TRANSITIONS: readonly string[] = [
  '→ queued',
  'schedule → queued',
  'queued → running',
  'queued → running again',
  'queued → cancelled',
  'queued → dependency_failed',
  'running → completed',
  'running → failed',
  'running → cancelled',
  'running → timed_out',
  'running → limit_exceeded',
  'running → lost',
  'running → paused',
  'paused → running',
  'running → queued (spawn)',
  'running → queued (lost)',
  'running → queued (overloaded)',
  'running → queued (rate_limited)',
  'running → queued (work)',
  'cancel asked while queued',
  'cancel asked while running',
  'ended → heard (monitor)',
  'ended → heard (prompt)',
  'ended → heard (start)',
  'running → notice raised',
  'notice → heard (monitor)',
  'notice → heard (prompt)',
  'notice → heard (start)',
  'queue paused',
  'queue resumed',
  'schedules paused',
  'schedules resumed',
  'emergency paused',
  'emergency resumed',
  'schedule added',
  'schedule paused',
  'schedule resumed',
  'schedule removed',
  'occurrence passed over',
  'supervisor starts',
  'supervisor leaves',
  'journal closed',
  'journal continued',
];

/** Everything that goes wrong; each must have gone wrong often enough. */
export const FAULTS: readonly string[] = [
  'crash of the supervisor',
  'killed in the middle of a write',
  'stall of the supervisor',
  'wake-up of a stalled supervisor',
  'supervisor that others do not see',
  'supervisor told to leave',
  'killed worker',
  'pid taken by a stranger',
  'killed session',
  'lost signal',
  'lost wake-up',
  'stolen lock',
  'short write',
  'failed sync',
  'full disk',
  'write on a full disk',
  'clock jumps forward',
  'clock jumps back',
  'machine sleeps',
  'machine is restarted',
  'workspace removed by hand',
];

/** The counts of all histories as tables of two columns, within 80 characters. */
export function renderCounts(counts: Counts): string {
  return [
    ...section('transitions', counts.list('transition')),
    ...section('faults', counts.list('fault')),
    ...section('reasons why tasks waited, at the looks that were checked', counts.list('wait')),
    ...section('signals', counts.list('signal')),
  ].join('\n');
}

function section(title: string, list: readonly (readonly [string, number])[]): string[] {
  const cells = list.map(([name, count]) => `${String(count).padStart(7)}  ${name.padEnd(30)}`);
  const rows: string[] = [];
  for (let at = 0; at < cells.length; at += 2)
    rows.push(
      cells
        .slice(at, at + 2)
        .join('')
        .trimEnd(),
    );
  return ['', title, ...rows];
}
