import { writeFileSync } from 'node:fs';
import type { Asked } from '../../src/ipc/ask-supervisor.ts';
import type { Ipc, ListenPlace, ServerEvents } from '../../src/ipc/ipc.ts';
import type { Greeting, Reply, Request, SupervisorCard } from '../../src/ipc/messages.ts';
import type { Actor, Kernel } from './kernel.ts';

interface Server {
  readonly place: ListenPlace;
  readonly events: ServerEvents;
  readonly actor: Actor;
}

const ANSWER_TIMEOUT_MS = 2_000;

/** The sockets of the simulated machine: what is sent takes a moment, and whoever stands still does not answer. */
export class Network {
  private readonly kernel: Kernel;
  private readonly servers = new Map<string, Server>();

  constructor(kernel: Kernel) {
    this.kernel = kernel;
  }

  /** The sockets as one process uses them. */
  of(actor: Actor): Ipc {
    return {
      listen: async (place, events) => {
        await this.kernel.wait(actor, this.moment());
        writeFileSync(place.cardPath, JSON.stringify(cardOf(place)));
        const server = { place, events, actor };
        this.servers.set(place.socket, server);
        return {
          close: () => {
            if (actor.alive && this.servers.get(place.socket) === server) this.servers.delete(place.socket);
          },
        };
      },
      ask: (card, root, request) => this.ask(actor, card, root, request),
    };
  }

  private ask(
    actor: Actor,
    card: SupervisorCard,
    root: string,
    request: (greeting: Greeting) => Request,
  ): Promise<Asked> {
    return new Promise((resolve) => {
      let isOver = false;
      const finish = (asked: Asked) => {
        if (!isOver) resolve(asked);
        isOver = true;
      };
      const absent = (why: string) => finish({ kind: 'absent', why });
      this.kernel.after(ANSWER_TIMEOUT_MS, actor, () => absent('it did not answer in time'));
      this.kernel.after(this.moment(), actor, () => {
        const server = this.servers.get(card.socket);
        if (server === undefined || !server.actor.alive) return absent('nobody listens');
        this.greet(actor, server, { card, root, request, finish });
      });
    });
  }

  private greet(actor: Actor, server: Server, call: Call): void {
    const { place, events, actor: server_ } = server;
    const { greeting } = place;
    this.passOn(server_, actor, () => {
      if (greeting.root !== call.root || greeting.token !== call.card.token) {
        call.finish({ kind: 'absent', why: 'its greeting is not of this project' });
        return;
      }
      const request = call.request(greeting);
      this.passOn(actor, server_, () => {
        const reply = answer(request, events);
        this.passOn(server_, actor, () =>
          call.finish({ kind: 'answered', reply, version: greeting.version }),
        );
      });
    });
  }

  /** Something goes out of one process, when it runs, and comes into another a moment later. */
  private passOn(from: Actor, to: Actor, arrive: () => void): void {
    this.kernel.after(this.moment(), from, () => this.kernel.after(this.moment(), to, arrive));
  }

  private moment(): number {
    return this.kernel.chance.between(0, 3);
  }
}

interface Call {
  readonly card: SupervisorCard;
  readonly root: string;
  readonly request: (greeting: Greeting) => Request;
  readonly finish: (asked: Asked) => void;
}

function cardOf({ socket, greeting }: ListenPlace): SupervisorCard {
  return { socket, pid: greeting.pid, version: greeting.version, token: greeting.token };
}

function answer(request: Request, events: ServerEvents): Reply {
  if (request.type === 'drain') return { ok: true, handoffs: [...events.onDrain()] };
  return { ok: events.onWake(request.handoffs) };
}
