import { lstatSync, readFileSync } from 'node:fs';
import type { Greeting, Reply, Request, SupervisorCard } from './messages.ts';
import { ownUserId } from './user-id.ts';

/** What came of asking a supervisor: its answer, or why there was none. */
export type Asked =
  | { readonly kind: 'answered'; readonly reply: Reply; readonly version: string }
  | { readonly kind: 'absent'; readonly why: string };

const ANSWER_TIMEOUT_MS = 2_000;

/** Reads the card of the project's supervisor; null when there is none or it makes no sense. */
export function readSupervisorCard(path: string): SupervisorCard | null {
  try {
    const card = JSON.parse(readFileSync(path, 'utf8')) as SupervisorCard;
    return typeof card.socket === 'string' && typeof card.token === 'string' ? card : null;
  } catch {
    return null;
  }
}

/**
 * Sends one request to the supervisor that the card names, once its greeting proved to be of this project, and waits
 * for the answer. Never rejects: no supervisor, a dead socket or a stranger is `absent` with the reason.
 */
export async function askSupervisor(
  card: SupervisorCard,
  root: string,
  request: (greeting: Greeting) => Request,
): Promise<Asked> {
  const stranger = distrust(card.socket);
  if (stranger !== null) return { kind: 'absent', why: stranger };
  // Loaded where there is somebody to connect to: a hook waits for it.
  const { connect } = await import('node:net');
  return new Promise((resolve) => {
    const socket = connect(card.socket);
    let received = '';
    let version: string | null = null;
    const finish = (asked: Asked) => {
      socket.destroy();
      resolve(asked);
    };
    socket.setTimeout(ANSWER_TIMEOUT_MS, () => finish({ kind: 'absent', why: 'it did not answer in time' }));
    socket.on('error', (error) => finish({ kind: 'absent', why: error.message }));
    socket.on('close', () => resolve({ kind: 'absent', why: 'it closed the connection' }));
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      received += chunk;
      for (let end = received.indexOf('\n'); end >= 0; end = received.indexOf('\n')) {
        const message = parseJson(received.slice(0, end));
        received = received.slice(end + 1);
        if (version !== null) {
          finish({ kind: 'answered', reply: message as Reply, version });
          return;
        }
        const greeting = message as Greeting | null;
        if (greeting?.outloop !== 1 || greeting.root !== root || greeting.token !== card.token) {
          finish({ kind: 'absent', why: 'its greeting is not of this project' });
          return;
        }
        version = greeting.version;
        socket.write(`${JSON.stringify(request(greeting))}\n`);
      }
    });
  });
}

// A socket in a folder that another user can enter could belong to them.
function distrust(socket: string): string | null {
  try {
    const folder = lstatSync(socket.slice(0, socket.lastIndexOf('/')));
    if (folder.uid !== ownUserId() || (folder.mode & 0o077) !== 0) return 'its folder is not private';
    return lstatSync(socket).uid === ownUserId() ? null : 'its socket belongs to another user';
  } catch {
    return 'its socket is gone';
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
