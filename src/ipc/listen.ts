import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { createServer } from 'node:net';
import type { Listening, ListenPlace, ServerEvents } from './ipc.ts';
import type { Reply, SupervisorCard } from './messages.ts';
import { Request } from './messages.ts';

// A request carries whole environments; more than this is no request of ours.
const REQUEST_BYTES_MAX = 8 << 20;

/** Listens on the project's socket and writes the card by which hooks find it. */
export function listen(
  { socket, cardPath, greeting }: ListenPlace,
  events: ServerEvents,
): Promise<Listening> {
  // The claim is won, so whoever bound this path before is gone or superseded.
  rmSync(socket, { force: true });
  const server = createServer((connection) => serve(connection, greeting, events));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(socket, () => {
      chmodSync(socket, 0o600);
      const { pid, version, token } = greeting;
      const card: SupervisorCard = { socket, pid, version, token };
      writeFileSync(cardPath, JSON.stringify(card), { mode: 0o600 });
      resolve({ close: () => void server.close() });
    });
  });
}

function serve(connection: Socket, greeting: ListenPlace['greeting'], events: ServerEvents): void {
  connection.write(`${JSON.stringify(greeting)}\n`);
  connection.setEncoding('utf8');
  connection.on('error', () => connection.destroy());
  let received = '';
  connection.on('data', (chunk: string) => {
    received += chunk;
    if (received.length > REQUEST_BYTES_MAX) connection.destroy();
    for (let end = received.indexOf('\n'); end >= 0; end = received.indexOf('\n')) {
      const reply = handle(received.slice(0, end), events);
      received = received.slice(end + 1);
      connection.write(`${JSON.stringify(reply)}\n`);
    }
  });
}

function handle(line: string, events: ServerEvents): Reply {
  let request: Request;
  try {
    request = Request.parse(JSON.parse(line));
  } catch {
    return { ok: false };
  }
  if (request.type === 'drain') return { ok: true, handoffs: [...events.onDrain()] };
  return { ok: events.onWake(request.handoffs) };
}
