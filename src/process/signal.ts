import type { ProcessIdentity } from '../domain/events.ts';
import { isAlive } from './identity.ts';

/** Sends a signal to exactly this process. This module is the only one that may: a test says so. */
export function signalProcess(identity: ProcessIdentity, signal: NodeJS.Signals): boolean {
  if (!isAlive(identity)) return false;
  try {
    process.kill(identity.pid, signal);
    return true;
  } catch {
    return false;
  }
}
