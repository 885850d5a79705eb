import type { Activity } from '../observe/activity.ts';
import type { ActivityPlaces } from './activity-log.ts';
import { appendActivity } from './activity-log.ts';

/** Takes activity down without being waited for. */
export type Recorder = (activities: readonly Activity[]) => void;

/**
 * A recorder that writes in the order of what it was given, together what came while it wrote.
 * @param isOn asked before each write: whether there is to be a log at all
 * @param log hears of a log that cannot be written
 */
export function createRecorder(
  places: ActivityPlaces,
  isOn: () => Promise<boolean>,
  log: (line: string) => void,
): Recorder {
  let waiting: Activity[] = [];
  let writing = false;
  const write = async () => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      if (!(await isOn())) continue;
      const written = await appendActivity(places, batch);
      if (!written.ok) log(`the activity log: ${written.failure.message}`);
    }
  };
  return (activities) => {
    waiting.push(...activities);
    if (writing || waiting.length === 0) return;
    writing = true;
    write()
      .catch((error: unknown) => log(`the activity log: ${String(error)}`))
      .finally(() => {
        writing = false;
      });
  };
}
