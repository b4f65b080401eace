import { execFileSync, spawn } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { DevtoolsPipe } from './devtools-pipe';
import type { PageAddress } from './odoo-like-addresses';

/** How the browser looks to the person before it. */
export interface BrowserLook {
  readonly theme: 'light' | 'dark';
  /** Pixels of the screen per unit of the browser, as the operating system's scaling sets it. */
  readonly scale: number;
  /** Page zoom by host, as a person's Ctrl and + leaves it; 1 where none is named. */
  readonly zooms: Readonly<Record<string, number>>;
  /** Whether the keyboard is in the bar, where the address then is selected or a caret stands. */
  readonly isBarFocused: boolean;
}

/** A real browser that goes to any address, all of which are pages on this computer. */
export interface AddressedBrowser {
  /** Sets the window's width, in pixels of the screen, goes to the address and waits until the window is painted. */
  show(address: PageAddress, widthPx: number): Promise<void>;
  /** The width of a text in the font of the browser's bar, in pixels of the screen. */
  widthInBar(text: string): Promise<number>;
  close(): Promise<void>;
}

const PAGE = `<!doctype html><html lang="sv"><meta charset="utf-8"><title>S00042 - Odoo</title>
<style>body { margin: 0; font: 15px/1.5 sans-serif } header { background: #714b67; color: #fff; padding: 10px 20px }
main { padding: 20px 28px }</style><header>Försäljning / Order</header><main><h1>S00042</h1>
<p>Fakturan skickas till kund@exempel.se, se www.exempel.se/villkor.</p></main></html>`;

/** What a TLS connection begins with: a handshake record. */
const HANDSHAKE = 22;

/** One port for both schemes, as any host and port of an address leads to it. */
async function servePage(certificate: { readonly key: Buffer; readonly cert: Buffer }) {
  const answer = (_request: IncomingMessage, response: ServerResponse) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(PAGE);
  };
  const plain = createHttpServer(answer);
  const secure = createHttpsServer(certificate, answer);
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    socket.once('data', (first: Buffer) => {
      socket.pause();
      socket.unshift(first);
      (first[0] === HANDSHAKE ? secure : plain).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.int() }).parse(server.address());
  const close = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { port, close };
}

/** A certificate for this run alone, and the hash by which the browser is told to trust it. */
async function makeCertificate(folder: string): Promise<{ key: Buffer; cert: Buffer; keyHash: string }> {
  const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const args = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=test'];
  execFileSync('openssl', [...args, '-keyout', keyFile, '-out', certFile], { stdio: 'ignore' });
  const [key, cert] = [await readFile(keyFile), await readFile(certFile)];
  const publicKey = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  return { key, cert, keyHash: createHash('sha256').update(publicKey).digest('base64') };
}

/** Chromium keeps page zoom as steps of a fifth. */
const zoomLevelOf = (factor: number) => Math.log(factor) / Math.log(1.2);

async function writeProfile(profile: string, { zooms }: BrowserLook): Promise<void> {
  await mkdir(join(profile, 'Default'), { recursive: true });
  const levels = Object.entries(zooms).map(([host, factor]) => [host, { zoom_level: zoomLevelOf(factor) }]);
  const preferences = { partition: { per_host_zoom_levels: { x: Object.fromEntries(levels) } } };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
}

/** Opens the browser with its window in the upper left corner of the screen. */
export async function openAddressedBrowser(folder: string, look: BrowserLook): Promise<AddressedBrowser> {
  await mkdir(folder, { recursive: true });
  const { key, cert, keyHash } = await makeCertificate(folder);
  const { port, close } = await servePage({ key, cert });
  // A browser that starts with an empty page has the keyboard in its bar.
  const start = look.isBarFocused ? 'about:blank' : 'http://start.example/';
  const profile = join(folder, 'profile');
  await writeProfile(profile, look);
  const browser = spawn(
    'chromium',
    [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--test-type',
      '--disable-gpu',
      '--disable-quic',
      '--password-store=basic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,Translate',
      '--remote-debugging-pipe',
      `--host-resolver-rules=MAP * 127.0.0.1:${port}`,
      `--ignore-certificate-errors-spki-list=${keyHash}`,
      '--explicitly-allowed-ports=1-65535',
      ...(look.theme === 'dark' ? ['--force-dark-mode'] : []),
      `--force-device-scale-factor=${look.scale}`,
      `--user-data-dir=${profile}`,
      '--window-position=0,0',
      start,
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const pipe = new DevtoolsPipe(browser);
  await pipe.send('Target.setDiscoverTargets', { discover: true });
  const targetId = await pipe.targetOf('page', start);
  const attached = await pipe.send('Target.attachToTarget', { targetId, flatten: true });
  const { sessionId } = z.object({ sessionId: z.string() }).parse(attached);
  const { windowId } = z
    .object({ windowId: z.int() })
    .parse(await pipe.send('Browser.getWindowForTarget', { targetId }));
  const evaluate = async (expression: string) => {
    const reply = await pipe.send(
      'Runtime.evaluate',
      { expression, returnByValue: true, awaitPromise: true },
      sessionId,
    );
    return z.object({ result: z.object({ value: z.unknown() }) }).parse(reply).result.value;
  };
  const painted = () =>
    evaluate('new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(() => shown(true))))');
  return {
    show: async ({ scheme, shown }, widthPx) => {
      const bounds = { left: 0, top: 0, width: Math.round(widthPx / look.scale), height: Math.round(560 / look.scale) };
      await pipe.send('Browser.setWindowBounds', { windowId, bounds });
      const url = `${scheme}://${shown}`;
      const { errorText } = z
        .object({ errorText: z.string().optional() })
        .parse(await pipe.send('Page.navigate', { url }, sessionId));
      if (errorText !== undefined) throw new Error(`${url}: ${errorText}`);
      await pipe.waitUntilTrue(
        targetId,
        `location.href.startsWith('${scheme}:') && document.readyState === 'complete'`,
      );
      await painted();
    },
    widthInBar: async (text) => {
      const measured = await evaluate(
        `(() => { const pen = new OffscreenCanvas(1, 1).getContext('2d'); pen.font = '14px system-ui'; return pen.measureText(${JSON.stringify(text)}).width; })()`,
      );
      return z.number().parse(measured) * look.scale;
    },
    close: async () => {
      const ended = once(browser, 'exit');
      browser.kill('SIGTERM');
      await ended;
      close();
    },
  };
}
