import type { Chance } from './chance.ts';

/*
 * Commands that do everything to get away: they ignore TERM, leave their session, fork twice, clear their environment,
 * hop from one process to the next. Each of their processes writes down when it was alive, into `beats`.
 */

/** The file of the project in which the workers' processes write down that they live: `task attempt role pid ns`. */
export const BEATS = 'beats';

/** `beat.sh TASK ATTEMPT ROLE TIMES`: says twice a second that it lives. */
export const BEAT_SCRIPT = `i=0
while [ "$i" -lt "$4" ]; do
  printf '%s %s %s %s %s\\n' "$1" "$2" "$3" "$$" "$(date +%s%N)" >> ${BEATS}
  i=$((i+1)); sleep 0.5
done
`;

/** `hop.sh TASK ATTEMPT TIMES`: lives for a moment and starts its successor, which nobody waits for. */
export const HOP_SCRIPT = `printf '%s %s hop %s %s\\n' "$1" "$2" "$$" "$(date +%s%N)" >> ${BEATS}
[ "$3" -gt 0 ] || exit 0
sleep 0.3
setsid sh hop.sh "$1" "$2" "$(($3-1))" >/dev/null 2>&1 &
`;

const WHO = '"$OUTLOOP_TASK_ID" "$OUTLOOP_ATTEMPT"';
/** What gets away lives for minutes: nobody but the supervisor ends it in time. */
const LONG = 600;
const IGNORING = `trap "" TERM HUP INT;`;

/** Numbered lines, so that one that is missing or doubled in a log is seen. */
const LOUD = "seq -f 'line %.0f.' 20000";
export const LOUD_LINE = /^line (\d+)\.$/;

/** How a command goes. `n`: for how many half seconds its main process lives. */
const KINDS: Readonly<Record<string, (n: number) => string>> = {
  plain: (n) => `sh beat.sh ${WHO} main ${n}`,
  stubborn: (n) => `${IGNORING} sh beat.sh ${WHO} main ${n}`,
  stubbornForever: () => `${IGNORING} sh beat.sh ${WHO} main ${LONG}`,
  ownSession: (n) => `setsid sh beat.sh ${WHO} session ${LONG} & sh beat.sh ${WHO} main ${n}`,
  forkedTwice: (n) => `(sh beat.sh ${WHO} orphan ${LONG} &) ; sh beat.sh ${WHO} main ${n}`,
  clearedEnvironment: (n) =>
    `env -i PATH="$PATH" setsid sh beat.sh ${WHO} cleared ${LONG} >/dev/null 2>&1 & sh beat.sh ${WHO} main ${n}`,
  allAtOnce: (n) =>
    `${IGNORING} (env -i PATH="$PATH" setsid sh -c '(sh beat.sh "$1" "$2" escaped ${LONG} &)' sh ${WHO} >/dev/null 2>&1 &) ; sh beat.sh ${WHO} main ${n}`,
  hopping: (n) => `setsid sh hop.sh ${WHO} ${LONG} >/dev/null 2>&1 & sh beat.sh ${WHO} main ${n}`,
  escapesAndLeaves: () =>
    `${IGNORING} (env -i PATH="$PATH" setsid sh -c '(sh beat.sh "$1" "$2" escaped ${LONG} &)' sh ${WHO} >/dev/null 2>&1 &) ; sh beat.sh ${WHO} main 1`,
  failing: (n) => `sh beat.sh ${WHO} main ${n}; exit 3`,
  killingItself: () => `sh beat.sh ${WHO} main 1; kill -9 $$`,
  shortest: () => `sh beat.sh ${WHO} main 1`,
  // A part of its output at the beginning and a part at the end, so that supervisors change in between.
  loud: (n) => `${LOUD}; sh beat.sh ${WHO} main ${n}; ${LOUD}`,
};

/** A command, and what it is called. */
export interface ChaosCommand {
  readonly kind: string;
  readonly command: string;
  /** Further attempts after one that was lost. */
  readonly retries: number;
}

/** So many commands, each kind at least once where there is room. @param beatsMax how many half seconds one lives */
export function chaosCommands(count: number, beatsMax: number, chance: Chance): ChaosCommand[] {
  const kinds = Object.keys(KINDS);
  return Array.from({ length: count }, (_, index) => {
    const kind = (index < kinds.length ? kinds[index] : chance.oneOf(kinds)) ?? 'plain';
    const make = KINDS[kind] ?? ((n: number) => `sh beat.sh ${WHO} main ${n}`);
    return { kind, command: make(chance.between(2, beatsMax)), retries: chance.between(0, 2) };
  });
}
