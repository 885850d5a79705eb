/** A wait that can be cut short. A ring while nobody waits cuts the next wait. */
export interface Bell {
  readonly ring: () => void;
  readonly wait: (timeoutMs: number) => Promise<void>;
}

/** Makes a bell that has not rung. */
export function createBell(): Bell {
  let rung = false;
  let wake: (() => void) | null = null;
  return {
    ring: () => {
      rung = true;
      wake?.();
    },
    wait: async (timeoutMs) => {
      // Also where it has rung: one who rings at each look would else keep timers and sockets from their turn.
      if (rung) await new Promise((resolve) => setImmediate(resolve));
      else {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, timeoutMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      rung = false;
      wake = null;
    },
  };
}
