import { userInfo } from 'node:os';

/**
 * The id of the user that this process acts as. The kernel says it at once; the library's way reads the whole entry of
 * the user, which some machines fetch over a network.
 */
export function ownUserId(): number {
  return process.geteuid?.() ?? userInfo().uid;
}
