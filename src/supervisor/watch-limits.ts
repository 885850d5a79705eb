import { statSync } from 'node:fs';
import type { ProcessIdentity } from '../domain/events.ts';
import { workingTime } from '../limits/active-time.ts';
import type { LimitSample } from '../limits/check-limits.ts';
import { checkLimits } from '../limits/check-limits.ts';
import { takeCpuReading } from '../limits/cpu-window.ts';
import type { Limits } from '../limits/limit-table.ts';
import { usageOf } from '../observe/stream-fold.ts';
import { appendProgress } from '../workspace/progress.ts';
import type { SupervisorContext, WatchedAttempt } from './context.ts';

/** Lets the time since the last look count, unless the attempt was paused in it. */
export function passTime(context: SupervisorContext, attempt: WatchedAttempt): void {
  const { meter } = attempt;
  const now = context.clock();
  if (attempt.pausedSince === null) {
    meter.activeMs += workingTime(meter.last, now, context.clockStopsInSleep);
  }
  meter.last = now;
}

/** Takes a sample of the process tree at a heartbeat. */
export function sampleTree(
  { processes }: SupervisorContext,
  { meter }: WatchedAttempt,
  members: readonly ProcessIdentity[],
): void {
  const usage = processes.measureTree(members);
  for (const [key, cpuMs] of usage.cpuMs) {
    meter.cpuMs += Math.max(0, cpuMs - (meter.cpuByProcess.get(key) ?? 0));
  }
  meter.cpuByProcess = usage.cpuMs;
  meter.memoryBytes = usage.memoryBytes;
  meter.processes = usage.processes;
  meter.cpuPercent = takeCpuReading(meter.cpuWindow, { activeMs: meter.activeMs, cpuMs: meter.cpuMs });
}

/** Compares what the attempt has used with its limits; what is exceeded ends it. */
export function watchLimits(context: SupervisorContext, attempt: WatchedAttempt): void {
  if (attempt.endReason !== null || attempt.exit !== null) return;
  const exceeded = checkLimits(sampleOf(attempt), limitsOf(attempt));
  if (exceeded === null) return;
  attempt.endReason = exceeded.limit === 'timeout_ms' ? 'timed_out' : 'limit';
  attempt.exceeded = exceeded;
  context.log(`${attempt.task.id}: resource_limit_exceeded: ${exceeded.words}`);
  appendProgress(attempt.files, `resource_limit_exceeded: ${exceeded.words}`, context.now(), attempt.redact);
}

function sampleOf(attempt: WatchedAttempt): LimitSample {
  const { meter, fold } = attempt;
  const outputBytes = sizeOf(attempt.streamPath) + sizeOf(attempt.stderrPath);
  if (outputBytes !== meter.outputBytes) {
    meter.outputBytes = outputBytes;
    meter.spokeAtMs = meter.activeMs;
  }
  const usage = usageOf(fold);
  return {
    activeMs: meter.activeMs,
    silentMs: meter.activeMs - meter.spokeAtMs,
    turns: usage.turns,
    costUsd: usage.cost_usd,
    // What is read from the cache is the same text again, at a tenth of the price: it would drown all else.
    tokens: usage.input_tokens + usage.output_tokens + usage.cache_write_tokens,
    outputBytes,
    memoryBytes: meter.memoryBytes,
    cpuPercent: meter.cpuPercent,
    processes: meter.processes,
  };
}

// Turns are left to the client: it counts them itself, and ends with a result instead of being killed.
function limitsOf({ task }: WatchedAttempt): Limits {
  const { timeout_ms, budget_usd, limits } = task.options;
  const money = budget_usd === undefined ? {} : { budget_usd };
  const usage = Object.entries(limits ?? {}).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(usage), ...money, timeout_ms };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
