import { formatDuration } from '../domain/units.ts';
import { backgroundSessions, type ClientAsk, stopBackgroundSession } from '../runners/background-sessions.ts';

/** How a follower waits and speaks. */
export interface FollowHost {
  readonly nowMs: () => number;
  /** Resolves after so long, or at once when somebody wants the follower to end. */
  readonly sleep: (ms: number) => Promise<void>;
  /** True once somebody wants it to end. */
  readonly isOver: () => boolean;
  readonly say: (line: string) => void;
}

const LOOK_EVERY_MS = 3_000;
const SAY_EVERY_MS = 5 * 60_000;
const FAILURES_MAX = 20;

/** Exit codes of a follower, as its task's outcome has them. */
const EXIT = { done: 0, failed: 1, stopped: 3, gone: 4, unknown: 5, limit: 124, cancelled: 143 } as const;

/**
 * Follows a background session of Claude Code until it has come to an end, and says how it stands. At its limit, and when
 * the follower is told to end, the session is stopped.
 * @returns the exit code
 */
export async function followSession(
  ask: ClientAsk,
  id: string,
  limitMs: number,
  host: FollowHost,
): Promise<number> {
  const until = host.nowMs() + limitMs;
  let last = '';
  let saidAt = Number.NEGATIVE_INFINITY;
  let failures = 0;
  for (;;) {
    if (host.isOver()) return stop('Its task was cancelled', EXIT.cancelled);
    if (host.nowMs() >= until) return stop(`Its limit of ${formatDuration(limitMs)} was over`, EXIT.limit);
    const sessions = await backgroundSessions(ask);
    failures = sessions.ok ? 0 : failures + 1;
    if (!sessions.ok && failures >= FAILURES_MAX) {
      host.say(sessions.failure.message);
      return EXIT.unknown;
    }
    if (sessions.ok) {
      const session = sessions.value.find((one) => one.id === id);
      const words = session === undefined ? 'gone' : wordsOf(session.state, session.waitingFor);
      if (words !== last || host.nowMs() - saidAt > SAY_EVERY_MS) {
        host.say(`session ${id} ${session === undefined ? 'is not there any more' : `is ${words}`}`);
        saidAt = host.nowMs();
      }
      last = words;
      if (session === undefined) return EXIT.gone;
      const { state } = session;
      if (state === 'done' || state === 'failed' || state === 'stopped') return EXIT[state];
    }
    await host.sleep(Math.min(LOOK_EVERY_MS, Math.max(0, until - host.nowMs())));
  }

  async function stop(why: string, exitCode: number): Promise<number> {
    const stopped = await stopBackgroundSession(ask, id);
    host.say(
      `${why}: session ${id} ${stopped.ok ? 'was stopped' : `could not be stopped. ${stopped.failure.message}`}`,
    );
    return exitCode;
  }
}

function wordsOf(state: string, waitingFor: string): string {
  return state === 'blocked' && waitingFor !== ''
    ? `blocked, waiting for ${waitingFor}`
    : state || 'starting';
}
