import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Fault } from './fault';

interface PortalAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
}

type Carrier = (incoming: IncomingMessage, outgoing: ServerResponse, fault: Fault | null) => Promise<void>;

/** Carries requests to a portal and its answers back, each with the fault that strikes it. */
export function createCarrier(portal: URL): Carrier {
  /** Those that wait until the portal has answered another request. */
  let overtaken: (() => Promise<void>)[] = [];

  async function ask(incoming: IncomingMessage, body: Buffer): Promise<PortalAnswer> {
    const answer = await forward(portal, incoming, body);
    const arriving = overtaken;
    overtaken = [];
    for (const arrive of arriving) await arrive();
    return answer;
  }

  return async (incoming, outgoing, fault) => {
    const body = await readAll(incoming);
    switch (fault?.kind) {
      case 'lose-request':
        incoming.socket.destroy();
        return;
      case 'hang':
        return;
      case 'answer':
        writeHead(outgoing, { status: fault.status, contentType: fault.contentType }, fault.headers);
        outgoing.end(fault.body);
        return;
      case 'crawl':
        await fault.until;
        if (incoming.socket.destroyed) return;
        break;
      case 'overtaken':
        overtaken.push(async () => send(outgoing, await forward(portal, incoming, body)));
        return;
      case 'twice':
        await forward(portal, incoming, body);
        break;
      default:
    }

    const answer = await ask(incoming, body);
    switch (fault?.kind) {
      case 'lose-answer':
        incoming.socket.destroy();
        return;
      case 'change-answer':
        send(outgoing, { ...answer, body: Buffer.from(fault.change(answer.body.toString())) });
        return;
      case 'drip':
        drip(outgoing, answer, fault.everyMs);
        return;
      case 'cut-answer':
      case 'stall':
        writeHead(outgoing, answer, { 'content-length': String(answer.body.length) });
        outgoing.write(answer.body.subarray(0, Math.ceil(answer.body.length / 2)), () => {
          // Half of it is on its way, the length that was announced never comes.
          if (fault.kind === 'cut-answer') incoming.socket.destroy();
        });
        return;
      default:
        send(outgoing, answer);
    }
  };
}

function writeHead(
  outgoing: ServerResponse,
  { status, contentType }: { readonly status: number; readonly contentType?: string | undefined },
  headers: Readonly<Record<string, string>> = {},
): void {
  outgoing.writeHead(status, { 'content-type': contentType ?? 'application/json; charset=utf-8', ...headers });
}

function send(outgoing: ServerResponse, answer: PortalAnswer): void {
  writeHead(outgoing, answer, { 'content-length': String(answer.body.length) });
  outgoing.end(answer.body);
}

/** White space is no end of JSON: it goes on for as long as somebody listens. */
function drip(outgoing: ServerResponse, answer: PortalAnswer, everyMs: number): void {
  writeHead(outgoing, answer);
  let sent = 0;
  const timer = setInterval(() => {
    outgoing.write(answer.body.subarray(sent, sent + 1).toString() || ' ');
    sent += 1;
  }, everyMs);
  outgoing.on('close', () => clearInterval(timer));
}

function forward(portal: URL, incoming: IncomingMessage, body: Buffer): Promise<PortalAnswer> {
  return new Promise((resolve, reject) => {
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
