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

/** An order as Odoo shows one. The field of one plain colour is what pixels are looked for in. */
const orderPage = `<!doctype html><meta charset="utf-8"><title>S00042 - Odoo</title>
<style>
  body { margin: 0; background: #f8f9fa; font: 15px/1.5 sans-serif; color: #212529 }
  header { background: #714b67; color: #fff; padding: 10px 20px }
  main { background: #fff; border: 1px solid #dee2e6; margin: 16px; padding: 20px 28px }
  h1 { margin: 0 0 10px; font-size: 28px }
  dl { display: grid; grid-template-columns: 170px 1fr; margin: 0 0 16px }
  dt { font-weight: bold } dd { margin: 0 }
  .field { width: 640px; height: 260px; background: #d7efe0; padding: 14px 18px; box-sizing: border-box }
</style>
<header>Försäljning &nbsp;/&nbsp; Order &nbsp;/&nbsp; S00042</header>
<main><h1>S00042</h1>
<dl><dt>Kund</dt><dd>Exempel AB</dd><dt>Betalningsvillkor</dt><dd>–</dd></dl>
<div class="field">Anteckning</div></main>`;

/** Opens the browser on the test's own screen and waits until the page is on it. */
export async function openBrowser(folder: string, path = '/odoo/sales/42', page = orderPage): Promise<BrowserWindow> {
  let noteShown: () => void = () => undefined;
  const shown = new Promise<void>((resolve) => {
    noteShown = resolve;
  });
  const server = createServer((request, response) => {
    if (request.url === '/shown') noteShown();
    response.setHeader('content-type', 'text/html; charset=utf-8');
    // The browser tells of a paint once it is on the screen; a frame that was only asked for need not be there yet.
    response.end(
      `${page}<script>new PerformanceObserver((seen) => {
        if (seen.getEntriesByName('first-contentful-paint').length > 0) fetch('/shown');
      }).observe({ type: 'paint', buffered: true })</script>`,
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
