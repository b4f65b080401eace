import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingHttpHeaders, RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server of pictures with an encrypted line, on this computer, under the names `pictures.example` and `other.example`. */
export interface PictureServer {
  readonly port: number;
  /** What has to be trusted to speak to it. */
  readonly certificate: string;
  /** The requests that reached it. */
  readonly received: { readonly host: string; readonly path: string; readonly headers: IncomingHttpHeaders }[];
  /** How many lines to it were opened. */
  connections(): number;
  stop(): Promise<void>;
}

/** Starts a server that answers as `answer` says. */
export async function startPictureServer(answer: RequestListener): Promise<PictureServer> {
  const folder = mkdtempSync(join(tmpdir(), 'fyra-pictures-'));
  const [keyFile, certificateFile] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const names = 'subjectAltName=DNS:pictures.example,DNS:other.example';
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=test', '-addext', names],
      ...['-keyout', keyFile, '-out', certificateFile],
    ],
    { stdio: 'ignore' },
  );
  const [key, certificate] = [readFileSync(keyFile, 'utf8'), readFileSync(certificateFile, 'utf8')];
  rmSync(folder, { recursive: true });

  const received: PictureServer['received'] = [];
  let connections = 0;
  const server = createServer({ key, cert: certificate }, (request, response) => {
    received.push({ host: request.headers.host ?? '', path: request.url ?? '', headers: request.headers });
    answer(request, response);
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    certificate,
    received,
    connections: () => connections,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
