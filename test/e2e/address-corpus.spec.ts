import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AddressReading, addressReadingSchema } from '@core/capture/address-reading';
import { CONFIDENT_FROM } from '@core/capture/reading-confidence';
import { screenshotIdSchema } from '@core/ids';
import fc from 'fast-check';
import { z } from 'zod';
import type { Workbench } from './pages/workbench';
import { type BrowserLook, openAddressedBrowser } from './support/addressed-browser';
import { anyOdooAddress, ODOO_FORMS, type PageAddress } from './support/odoo-like-addresses';
import { expect, test } from './support/test';

/** What is to be photographed: an address in a window. */
interface Shot {
  readonly name: string;
  readonly address: PageAddress;
  readonly look: Omit<BrowserLook, 'zooms'>;
  readonly zoom: number;
  /** The width of the window; null for one that has room for all of the address. */
  readonly widthPx: number | null;
}

/** Whether the bar has room for all of the address, as far as its width tells. */
type Room = 'fits' | 'too-long' | 'unclear';

interface Result extends Shot {
  readonly room: Room;
  readonly reading: AddressReading | null;
  readonly readingMs: number;
  readonly originalUrl: string;
}

const SEED = Number(process.env['FYRA_ADDRESS_SEED'] ?? 20_261_126);
const RANDOM_SHOTS = Number(process.env['FYRA_ADDRESS_SHOTS'] ?? 108);

const WIDEST_PX = 1_900;
/** What of a window is no room for the address: at least its buttons, at most also a chip and all signs of the bar. */
const LEAST_BESIDE = 250;
const MOST_BESIDE = 500;

const LOOKS: readonly Shot['look'][] = [
  { theme: 'light', scale: 1, isBarFocused: false },
  { theme: 'dark', scale: 1, isBarFocused: false },
  { theme: 'light', scale: 1.25, isBarFocused: false },
  { theme: 'dark', scale: 1.5, isBarFocused: false },
  { theme: 'light', scale: 2, isBarFocused: false },
  { theme: 'dark', scale: 1, isBarFocused: true },
];
const ZOOMS = [1, 0.67, 0.8, 0.9, 1.1, 1.25, 1.5];
const anyShot: fc.Arbitrary<Shot> = fc.record({
  name: fc.constant('random'),
  address: anyOdooAddress,
  // Most screens are not scaled.
  look: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...LOOKS.slice(0, 2)) },
    { weight: 2, arbitrary: fc.constantFrom(...LOOKS.slice(2)) },
  ),
  zoom: fc.constantFrom(...ZOOMS, 1, 1),
  widthPx: fc.oneof(fc.constant(null), fc.integer({ min: 620, max: WIDEST_PX })),
});

function allShots(): Shot[] {
  const forms = LOOKS.slice(0, 2).flatMap((look) =>
    Object.entries(ODOO_FORMS).map(([name, address]) => ({ name, address, look, zoom: 1, widthPx: null })),
  );
  return [...forms, ...fc.sample(anyShot, { seed: SEED, numRuns: RANDOM_SHOTS })];
}

function roomFor(textPx: number, widthPx: number, scale: number): Room {
  if (textPx + MOST_BESIDE * scale <= widthPx) return 'fits';
  return textPx + LEAST_BESIDE * scale > widthPx ? 'too-long' : 'unclear';
}

type Verdict = 'equal' | 'right in part' | 'not read' | 'wrong';

/** What a reading is worth. An address with room that is reported as cut off is no lie, and no success either. */
function verdictOn({ address, room, reading }: Result): Verdict {
  if (reading === null) return 'not read';
  if (reading.isPartial) return address.shown.startsWith(reading.address) ? 'right in part' : 'wrong';
  return room !== 'too-long' && reading.address === address.shown ? 'equal' : 'wrong';
}

const isGood = (result: Result) =>
  verdictOn(result) === 'equal' || (result.room !== 'fits' && verdictOn(result) === 'right in part');
const isConfidentlyWrong = (result: Result) =>
  verdictOn(result) === 'wrong' && (result.reading?.confidence ?? 0) >= CONFIDENT_FROM;
const isUnsure = ({ reading }: Result) => reading !== null && reading.confidence < CONFIDENT_FROM;

function share(part: number, whole: number): string {
  return `${part} of ${whole} (${whole === 0 ? '–' : ((100 * part) / whole).toFixed(1)} %)`;
}

const PADDED = 36;

function table(results: readonly Result[]): string {
  const lines = (title: string, of: readonly Result[]) => {
    const count = (chosen: (result: Result) => boolean) => String(of.filter(chosen).length);
    return [
      title.padEnd(PADDED),
      share(of.filter(isGood).length, of.length).padEnd(22),
      count((result) => verdictOn(result) === 'equal').padEnd(6),
      count((result) => verdictOn(result) === 'right in part').padEnd(13),
      count(isUnsure).padEnd(7),
      count((result) => verdictOn(result) === 'not read').padEnd(9),
      count((result) => verdictOn(result) === 'wrong' && !isConfidentlyWrong(result)).padEnd(17),
      count(isConfidentlyWrong),
    ].join(' ');
  };
  const looks = LOOKS.map((look) =>
    lines(
      `${look.theme}, scaled ${look.scale}${look.isBarFocused ? ', keyboard in the bar' : ''}`,
      results.filter((result) => result.look === look),
    ),
  );
  const by = (title: string, chosen: (result: Result) => boolean) => lines(title, results.filter(chosen));
  const times = results.map(({ readingMs }) => readingMs).toSorted((a, b) => a - b);
  return [
    `Addresses read from pictures, seed ${SEED}; good is equal, or partial and right where the bar has cut it off`,
    `${''.padEnd(PADDED)} ${'good'.padEnd(22)} equal  right in part unsure not read wrong and unsure confident but wrong`,
    ...looks,
    by('forms of Odoo 14 to 19', ({ name }) => name !== 'random'),
    by('random', ({ name }) => name === 'random'),
    by('with room for all', ({ room }) => room === 'fits'),
    by('cut off by the bar', ({ room }) => room === 'too-long'),
    by('at the edge', ({ room }) => room === 'unclear'),
    ...ZOOMS.map((own) => by(`page zoomed to ${own}`, ({ zoom }) => zoom === own)),
    lines('all', results),
    `reading: median ${Math.round(times[Math.floor(times.length / 2)] ?? 0)} ms, longest ${Math.round(times.at(-1) ?? 0)} ms`,
    ...results
      .map((result, index) => ({ ...result, index, verdict: verdictOn(result), good: isGood(result) }))
      .filter(({ good }) => !good)
      .map(
        ({ index, verdict, room, address, reading }) =>
          `  ${index}.png ${verdict} (${room}): ${address.shown}\n      read ${JSON.stringify(reading)}`,
      ),
  ].join('\n');
}

/** Enough for tabs, the bar and the top of the page. */
const REGION_HEIGHT = 170;

const hostOf = ({ shown }: PageAddress) => shown.replace(/[:/?#].*$/s, '');

/** Takes a region of the screen with the app's own window for it, and reads the address in it. */
async function readRegion(fyra: Workbench, region: { width: number; height: number }) {
  let taken: Promise<unknown> = Promise.resolve();
  const picker = await fyra.captureDialog.pickerOpenedBy(async () => {
    taken = fyra.window.evaluate(() =>
      window.fyra.call('capture:take', { ticketId: null, target: { kind: 'region' } }),
    );
  });
  await fyra.captureDialog.drawOn(picker, { x: 0, y: 0 }, { x: region.width, y: region.height });
  const { id, originalUrl } = z
    .object({ value: z.object({ id: screenshotIdSchema, originalUrl: z.string() }) })
    .parse(await taken).value;
  const startedAt = performance.now();
  const answer = await fyra.window.evaluate(
    (screenshotId) => window.fyra.call('capture:read-address', { screenshotId }),
    id,
  );
  const readingMs = performance.now() - startedAt;
  const { reading } = z.object({ value: z.object({ reading: addressReadingSchema.nullable() }) }).parse(answer).value;
  return { reading, readingMs, originalUrl };
}

/**
 * The pictures whose address was not read as it should be, to be looked at; every one, with what it shows, where
 * FYRA_ADDRESS_KEEP is `all`.
 */
async function keepFailures(fyra: Workbench, results: readonly Result[]): Promise<void> {
  const kept = join('test-results', 'addresses');
  await rm(kept, { recursive: true, force: true });
  await mkdir(kept, { recursive: true });
  for (const [index, result] of results.entries()) {
    if (isGood(result) && process.env['FYRA_ADDRESS_KEEP'] !== 'all') continue;
    await writeFile(join(kept, `${index}.png`), await pictureOf(fyra, result.originalUrl));
    const { address, room, look, reading } = result;
    await writeFile(join(kept, `${index}.json`), JSON.stringify({ shown: address.shown, room, look, reading }));
  }
}

async function pictureOf(fyra: Workbench, url: string): Promise<Buffer> {
  const base64 = await fyra.window.evaluate(async (address) => {
    const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  }, url);
  return Buffer.from(base64, 'base64');
}

/** Every address in a browser of a look, one after the other. */
async function readAll(fyra: Workbench, folder: string, look: Shot['look'], shots: readonly Shot[]): Promise<Result[]> {
  const zooms = Object.fromEntries(shots.map(({ address, zoom }) => [hostOf(address), zoom]));
  const browser = await openAddressedBrowser(folder, { ...look, zooms });
  const results: Result[] = [];
  for (const shot of shots) {
    const textPx = await browser.widthInBar(shot.address.shown);
    const widthPx = shot.widthPx ?? Math.min(WIDEST_PX, Math.ceil(textPx + MOST_BESIDE * look.scale));
    await browser.show(shot.address, widthPx);
    const read = await readRegion(fyra, { width: widthPx, height: Math.round(REGION_HEIGHT * look.scale) });
    results.push({ ...shot, ...read, room: roomFor(textPx, widthPx, look.scale) });
  }
  await browser.close();
  return results;
}

test('addresses in the browser’s bar are read from the picture alone', async ({ launch, folder }) => {
  test.setTimeout(15 * 60_000);
  const fyra = await launch();
  await fyra.welcome.startPractising();
  await expect(fyra.queue.rows().first()).toBeVisible();
  await fyra.app.minimise();
  const shots = allShots();
  const results: Result[] = [];
  for (const [index, look] of LOOKS.entries()) {
    const own = shots.filter((shot) => shot.look === look);
    results.push(...(await readAll(fyra, join(folder, `browser-${index}`), look, own)));
  }
  console.log(table(results));
  await keepFailures(fyra, results);

  expect(results.length).toBeGreaterThanOrEqual(132);
  const withRoom = results.filter(({ room }) => room === 'fits');
  const cutOff = results.filter(({ room }) => room === 'too-long');
  expect(withRoom.length).toBeGreaterThan(90);
  expect(withRoom.filter(isGood).length / withRoom.length).toBeGreaterThanOrEqual(0.9);
  expect(results.filter(isGood).length / results.length).toBeGreaterThanOrEqual(0.9);
  expect(results.filter(isConfidentlyWrong).length / results.length).toBeLessThanOrEqual(0.01);
  expect(cutOff.length).toBeGreaterThan(8);
  expect(cutOff.filter(({ reading }) => reading !== null && !reading.isPartial)).toEqual([]);
});
