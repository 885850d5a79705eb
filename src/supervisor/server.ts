import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import type { Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Greeting, Handoff, Reply, SupervisorCard } from '../ipc/messages.ts';
import { Request } from '../ipc/messages.ts';
import { VERSION } from '../version.ts';
import type { SupervisorContext } from './context.ts';

// A request carries whole environments; more than this is no request of ours.
const REQUEST_BYTES_MAX = 8 << 20;

/** What the server hands on. */
export interface ServerEvents {
  readonly onWake: (handoffs: readonly Handoff[]) => void;
  readonly onDrain: () => readonly Handoff[];
}

/** Listens on the project's socket and writes the card by which hooks find it. */
export function listen(context: SupervisorContext, events: ServerEvents): Promise<Server> {
  const { socket } = context.runtime;
  // The claim is won, so whoever bound this path before is gone or superseded.
  rmSync(socket, { force: true });
  const server = createServer((connection) => serve(connection, context, events));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(socket, () => {
      chmodSync(socket, 0o600);
      const card: SupervisorCard = {
        socket,
        pid: context.process.pid,
        version: VERSION,
        token: context.token,
      };
      writeFileSync(join(context.paths.internal, 'supervisor.json'), JSON.stringify(card), { mode: 0o600 });
      resolve(server);
    });
  });
}

function serve(connection: Socket, context: SupervisorContext, events: ServerEvents): void {
  const greeting: Greeting = {
    outloop: 1,
    root: context.paths.root,
    pid: context.process.pid,
    version: VERSION,
    token: context.token,
  };
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
  events.onWake(request.handoffs);
  return { ok: true };
}
