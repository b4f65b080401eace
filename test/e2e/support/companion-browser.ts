import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { on, once } from 'node:events';
import { watch } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { z } from 'zod';
import { DevtoolsPipe } from './devtools-pipe';

const EXTENSION = join(import.meta.dirname, '..', '..', '..', 'resources', 'browser-companion');

const PAGE = `<!doctype html><meta charset="utf-8"><title>S00042 - Odoo</title>
<style>body { margin: 40px; background: #d7efe0; font: 20px sans-serif }</style>
<h1>S00042</h1><p id="term">Betalningsvillkor</p>
<script>getSelection().selectAllChildren(document.getElementById('term'))</script>`;

/** A real browser with the companion's extension in it. */
export interface CompanionBrowser {
  readonly address: string;
  /** Presses the extension's button; answers the link that the browser then gives to the system to be opened. */
  pressButton(): Promise<string>;
  close(): Promise<void>;
}

/** Opens the browser at a page on which a word is selected, with the unpacked extension loaded and running. */
export async function openCompanionBrowser(folder: string, path: string): Promise<CompanionBrowser> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(PAGE);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.int() }).parse(server.address());
  const address = `http://127.0.0.1:${port}${path}`;

  const programs = join(folder, 'programs');
  const opened = join(folder, 'opened');
  await mkdir(programs);
  await mkdir(opened);
  // Chromium gives links of other programs to the system's opener, which it finds by its name.
  const opener = join(programs, 'xdg-open');
  await writeFile(opener, `#!/bin/sh\nprintf '%s' "$1" > '${opened}/part' && mv '${opened}/part' '${opened}/link'\n`);
  await chmod(opener, 0o755);

  const profile = join(folder, 'companion-browser');
  const id = extensionIdOf(EXTENSION);
  await allowLinks(profile, `chrome-extension://${id}`);
  const browser = spawn('chromium', chromiumArguments(profile, address), {
    env: { ...process.env, PATH: `${programs}:${process.env['PATH'] ?? ''}` },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const protocol = new DevtoolsPipe(browser);
  await protocol.send('Target.setDiscoverTargets', { discover: true, filter: [{}] });
  await protocol.send('Extensions.loadUnpacked', { path: EXTENSION });
  await protocol.waitUntilTrue(
    await protocol.targetOf('service_worker', `chrome-extension://${id}/background.js`),
    'chrome.action.onClicked.hasListeners()',
  );
  return {
    address,
    pressButton: async () => {
      const targetId = await protocol.targetOf('tab', address);
      const pageId = await protocol.targetOf('page', address);
      // The right to read a page that pressing the button gives ends with the next page that the browser hears of.
      await protocol.waitUntilCommitted(pageId, address);
      // The title stands before the script that selects the word has run.
      await protocol.waitUntilTrue(pageId, "getSelection().toString() !== ''");
      const changed = on(watch(opened), 'change');
      await protocol.send('Extensions.triggerAction', { id, targetId });
      for await (const [, name] of changed) if (name === 'link') break;
      return readFile(join(opened, 'link'), 'utf8');
    },
    close: async () => {
      const ended = once(browser, 'exit');
      browser.kill('SIGTERM');
      await ended;
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The name Chromium gives an unpacked extension: the hash of where it lies, in letters from a to p. */
function extensionIdOf(path: string): string {
  const hash = createHash('sha256').update(path).digest('hex').slice(0, 32);
  return [...hash].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
}

/** As if somebody had ticked “Always allow” when the browser asked whether Fyra may be opened. */
async function allowLinks(profile: string, origin: string): Promise<void> {
  await mkdir(join(profile, 'Default'), { recursive: true });
  const preferences = { protocol_handler: { allowed_origin_protocol_pairs: { [origin]: { fyra: true } } } };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
}

function chromiumArguments(profile: string, address: string): string[] {
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--test-type',
    '--disable-gpu',
    '--password-store=basic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--remote-debugging-pipe',
    // Lets a test press the extension's button, which no page and no key of a test reaches.
    '--enable-unsafe-extension-debugging',
    `--user-data-dir=${profile}`,
    '--window-position=0,0',
    '--window-size=1200,800',
    address,
  ];
}
