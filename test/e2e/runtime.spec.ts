import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { expect, test } from './support/test';

declare global {
  /** Whether the navigation that the page asked for was prevented. */
  var askedNavigation: Promise<boolean>;
}

const packageSchema = z.object({ devDependencies: z.object({ electron: z.string() }) });

/** What the set-up takes where the official one cannot be downloaded; see docs/decisions/0001. */
const FALLBACK_VERSION = '43.2.0';

test('runs on the Electron it ships with, or on the fallback, in a locked-down window', async ({ launch }) => {
  const fyra = await launch();
  const { devDependencies } = packageSchema.parse(
    JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')),
  );
  const version = await fyra.app.electron.evaluate(() => process.versions.electron);
  console.log(`ran on Electron ${version}`);
  expect([devDependencies.electron, FALLBACK_VERSION]).toContain(version);

  const reach = await fyra.window.evaluate(async () => ({
    hasNode: 'require' in window || 'process' in window,
    doors: Object.keys(window.fyra).sort(),
    network: await fetch('https://portal.example/').then(
      () => 'reached',
      () => 'refused',
    ),
    opened: window.open('https://portal.example/') === null ? 'denied' : 'opened',
    permission: (await navigator.permissions.query({ name: 'geolocation' })).state,
  }));
  expect(reach).toEqual({
    hasNode: false,
    doors: ['call', 'on'],
    network: 'refused',
    opened: 'denied',
    permission: 'denied',
  });

  await fyra.app.electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    globalThis.askedNavigation = new Promise<boolean>((resolve) => {
      contents?.once('will-navigate', (event) => setImmediate(() => resolve(event.defaultPrevented)));
    });
  });
  await fyra.window.evaluate(() => {
    window.location.href = 'https://portal.example/';
  });
  expect(await fyra.app.electron.evaluate(() => globalThis.askedNavigation)).toBe(true);
});

test('a request that does not fit the contract is refused without effect', async ({ launch }) => {
  const fyra = await launch();
  const call = (name: string, input: unknown) =>
    fyra.window.evaluate(([request, value]) => window.fyra.call(request, value), [name, input] as const);
  expect(await call('no:such-request', {})).toMatchObject({ ok: false, code: 'invalid-request' });
  expect(await call('ticket:read', { ticketId: "1' OR 1=1" })).toMatchObject({ ok: false, code: 'invalid-request' });
  expect(await call('app:open-address', { address: 'file:///etc/passwd' })).toMatchObject({
    ok: false,
    code: 'address-invalid',
  });
});
