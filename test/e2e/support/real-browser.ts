import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { z } from 'zod';

/** A real browser window with a real address bar, showing a page at an Odoo-like address. */
export interface BrowserWindow {
  readonly address: string;
  close(): Promise<void>;
}

/** Plain colours, so that a pixel of the picture says what it shows. */
const page = `<!doctype html><meta charset="utf-8"><title>S00042 - Odoo</title>
<body style="margin:0;background:#ffffff;font:20px sans-serif">
<header style="background:#714b67;color:#fff;padding:14px 20px">Försäljning / S00042</header>
<main style="padding:24px"><h1>Order S00042</h1><p>Kund: Exempel AB</p>
<div style="width:640px;height:260px;background:#00ff00"></div></main>`;

/** Opens the browser on the test's own screen and waits until the page was asked for and painted once. */
export async function openBrowser(folder: string, path = '/odoo/sales/42'): Promise<BrowserWindow> {
  let noteShown: () => void = () => undefined;
  const shown = new Promise<void>((resolve) => {
    noteShown = resolve;
  });
  const server = createServer((request, response) => {
    if (request.url === '/shown') noteShown();
    response.setHeader('content-type', 'text/html; charset=utf-8');
    // Two frames after load the window has been painted.
    response.end(
      `${page}<script>addEventListener('load', () => requestAnimationFrame(() => requestAnimationFrame(() => fetch('/shown'))))</script>`,
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.int() }).parse(server.address());
  const address = `http://127.0.0.1:${port}${path}`;
  const browser = startChromium(join(folder, 'browser'), address);
  await shown;
  return {
    address,
    close: async () => {
      const ended = once(browser, 'exit');
      browser.kill('SIGTERM');
      await ended;
      server.closeAllConnections();
      server.close();
    },
  };
}

function startChromium(profile: string, address: string): ChildProcess {
  const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return spawn(
    'chromium',
    [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--test-type',
      '--disable-gpu',
      '--disable-quic',
      '--password-store=basic',
      ...quiet,
      `--user-data-dir=${profile}`,
      '--window-position=0,0',
      '--window-size=1200,800',
      address,
    ],
    { stdio: 'ignore' },
  );
}
