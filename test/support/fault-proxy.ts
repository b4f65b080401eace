import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import type { Fault } from './fault';
import { createCarrier } from './fault-carrier';

interface ReceivedRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** Which requests go wrong. */
interface FaultPlan {
  readonly path: string;
  readonly times: number;
  readonly after: number;
  /** Called as each of them arrives. */
  readonly onStruck: () => void;
}

export interface FaultProxy {
  readonly address: URL;
  /** Everything that arrived, oldest first. */
  readonly received: readonly ReceivedRequest[];
  /** How many faults came to pass. */
  struck(): number;
  /** Lets the next `times` requests go wrong whose path ends in `path`, after `after` of them passed; others pass. */
  inject(fault: Fault, options?: Partial<FaultPlan>): void;
  /** Forgets the faults that did not come to pass. */
  clear(): void;
  /** While offline, every connection is cut. */
  setOffline(isOffline: boolean): void;
  stop(): Promise<void>;
}

interface PlannedFault extends FaultPlan {
  readonly fault: Fault;
  passesLeft: number;
  timesLeft: number;
}

/** Stands between a client and a portal on this computer, and lets things go wrong as told. */
export async function startFaultProxy(portal: URL): Promise<FaultProxy> {
  let planned: PlannedFault[] = [];
  const received: ReceivedRequest[] = [];
  const carry = createCarrier(portal);
  let isOffline = false;
  let struck = 0;

  function nextFault(path: string): Fault | null {
    const meant = planned.filter((candidate) => candidate.timesLeft > 0 && path.endsWith(candidate.path));
    const due = meant.find(({ passesLeft }) => passesLeft === 0);
    for (const waiting of meant) if (waiting.passesLeft > 0) waiting.passesLeft -= 1;
    if (due === undefined) return null;
    due.timesLeft -= 1;
    struck += 1;
    due.onStruck();
    return due.fault;
  }

  const server = createServer((incoming, outgoing) => {
    const path = incoming.url ?? '';
    received.push({ path, headers: incoming.headers });
    const fault: Fault | null = isOffline ? { kind: 'lose-request' } : nextFault(path);
    carry(incoming, outgoing, fault).catch(() => incoming.socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.int() }).parse(server.address());

  return {
    address: new URL(`http://127.0.0.1:${port}`),
    received,
    struck: () => struck,
    inject: (fault, options = {}) => {
      const plan: FaultPlan = { path: '', times: 1, after: 0, onStruck: () => undefined, ...options };
      planned.push({ ...plan, fault, passesLeft: plan.after, timesLeft: plan.times });
    },
    clear: () => {
      planned = [];
    },
    setOffline: (offline) => {
      isOffline = offline;
      if (offline) server.closeAllConnections();
    },
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
