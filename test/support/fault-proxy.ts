import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { z } from 'zod';

/** What goes wrong with one request. */
export type Fault =
  /** The request is lost on its way: the portal never sees it. */
  | { readonly kind: 'lose-request' }
  /** The portal carries the request out and answers; the answer is lost. */
  | { readonly kind: 'lose-answer' }
  /** The portal carries the request out; half of its answer arrives. */
  | { readonly kind: 'cut-answer' }
  /** Nothing comes back and nothing closes. */
  | { readonly kind: 'hang' }
  /** The answer begins and never goes on. */
  | { readonly kind: 'stall' }
  /** Something else answers; the portal never sees the request. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: string;
      readonly contentType?: string;
      readonly headers?: Readonly<Record<string, string>>;
    };

/** An answer as Odoo words its errors. */
export function odooErrorFault(status: number, name: string, message: string): Fault {
  const body = JSON.stringify({ name, message, arguments: [message], context: {}, debug: 'Traceback …' });
  return { kind: 'answer', status, body };
}

/** What a captive portal or a proxy's error page looks like. */
export function htmlFault(status: number, headers: Readonly<Record<string, string>> = {}): Fault {
  return { kind: 'answer', status, contentType: 'text/html; charset=utf-8', body: '<h1>Log in</h1>', headers };
}

interface ReceivedRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

export interface FaultProxy {
  readonly address: URL;
  /** Everything that arrived, oldest first. */
  readonly received: readonly ReceivedRequest[];
  /** Lets the next `times` requests go wrong whose path ends in `path`; others pass. */
  inject(fault: Fault, options?: { readonly path?: string; readonly times?: number }): void;
  /** Forgets the faults that did not come to pass. */
  clear(): void;
  /** While offline, every connection is cut. */
  setOffline(isOffline: boolean): void;
  stop(): Promise<void>;
}

/** Stands between a client and a portal on this computer, and lets things go wrong as told. */
export async function startFaultProxy(portal: URL): Promise<FaultProxy> {
  const planned: { readonly fault: Fault; readonly path: string; timesLeft: number }[] = [];
  const received: ReceivedRequest[] = [];
  let isOffline = false;

  const server = createServer((incoming, outgoing) => {
    const path = incoming.url ?? '';
    received.push({ path, headers: incoming.headers });
    const plan = planned.find((candidate) => candidate.timesLeft > 0 && path.endsWith(candidate.path));
    if (plan !== undefined) plan.timesLeft -= 1;
    const fault: Fault | null = isOffline ? { kind: 'lose-request' } : (plan?.fault ?? null);
    carry(portal, incoming, outgoing, fault).catch(() => incoming.socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.int() }).parse(server.address());

  return {
    address: new URL(`http://127.0.0.1:${port}`),
    received,
    inject: (fault, { path = '', times = 1 } = {}) => {
      planned.push({ fault, path, timesLeft: times });
    },
    clear: () => {
      planned.length = 0;
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

async function carry(
  portal: URL,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  fault: Fault | null,
): Promise<void> {
  const body = await readAll(incoming);
  switch (fault?.kind) {
    case 'lose-request':
      incoming.socket.destroy();
      return;
    case 'hang':
      return;
    case 'answer':
      outgoing.writeHead(fault.status, {
        'content-type': fault.contentType ?? 'application/json; charset=utf-8',
        ...fault.headers,
      });
      outgoing.end(fault.body);
      return;
    default:
  }

  const answer = await forward(portal, incoming, body);
  if (fault?.kind === 'lose-answer') {
    incoming.socket.destroy();
    return;
  }
  outgoing.writeHead(answer.status, { 'content-type': answer.contentType, 'content-length': answer.body.length });
  if (fault === null) {
    outgoing.end(answer.body);
    return;
  }
  outgoing.write(answer.body.subarray(0, Math.ceil(answer.body.length / 2)), () => {
    // Half of it is on its way, the length that was announced never comes.
    if (fault.kind === 'cut-answer') incoming.socket.destroy();
  });
}

function forward(portal: URL, incoming: IncomingMessage, body: Buffer) {
  return new Promise<{ status: number; contentType: string; body: Buffer }>((resolve, reject) => {
    const headers = { ...incoming.headers, host: portal.host, 'content-length': String(body.length) };
    const call = request(new URL(incoming.url ?? '/', portal), { method: incoming.method, headers }, (response) => {
      readAll(response).then(
        (answer) =>
          resolve({
            status: response.statusCode ?? 0,
            contentType: response.headers['content-type'] ?? '',
            body: answer,
          }),
        reject,
      );
    });
    call.on('error', reject);
    call.end(body);
  });
}

async function readAll(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(z.instanceof(Buffer).parse(chunk));
  return Buffer.concat(chunks);
}
