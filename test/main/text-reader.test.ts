import { readFileSync } from 'node:fs';
import { CONFIDENT_FROM } from '@core/capture/reading-confidence';
import { afterEach, describe, expect, it } from 'vitest';
import { createTextReader, type TextReader } from '../../src/main/platform/text-reader';
import { expectFailure, expectValue } from '../support/portal-bench';
import { makePng } from '../support/workbench-acts';

const pictures = new URL('../support/pictures/', import.meta.url);
const LIGHT = readFileSync(new URL('browser-light.png', pictures));
const DARK_CUT_OFF = readFileSync(new URL('browser-dark-cut-off.png', pictures));

const opened: TextReader[] = [];

/** A reader whose thread runs the sources as they are. */
function openReader(options: { workerFile?: URL; idleUntilEndMs?: number } = {}): TextReader {
  const reader = createTextReader({
    workerFile: new URL('../../src/main/platform/text-reader-worker.ts', import.meta.url),
    execArgv: ['--import', new URL('../support/resolve-typescript.ts', import.meta.url).href],
    ...options,
  });
  opened.push(reader);
  return reader;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((reader) => reader.close()));
});

describe('reading the address of a browser in a picture', () => {
  it('answers what the bar shows, and is sure of it', { timeout: 30_000 }, async () => {
    const reading = expectValue(await openReader().readAddress(LIGHT));
    expect(reading).toMatchObject({
      address: 'portal.nordverk.se/web?debug=1#id=7&action=120&model=res.partner&view_type=form&cids=1&menu_id=94',
      isPartial: false,
    });
    expect(reading?.confidence).toBeGreaterThanOrEqual(CONFIDENT_FROM);
  });

  it('says that more follows where the bar has cut it off, and adds nothing', { timeout: 30_000 }, async () => {
    const reading = expectValue(await openReader().readAddress(DARK_CUT_OFF));
    expect(reading).toMatchObject({
      address: 'industrisystem-main-5601858.dev.odoo.com/web/login?redirect=%2Fodoo%2Fcr',
      isPartial: true,
    });
  });

  it('answers that there is none in a picture without a browser', { timeout: 30_000 }, async () => {
    expect(expectValue(await openReader().readAddress(makePng()))).toBeNull();
  });
});

describe('reading the words of a picture', () => {
  it('tells each word with its place in the picture', { timeout: 30_000 }, async () => {
    const words = expectValue(await openReader().readWords(LIGHT));
    const heading = words.find(({ text, box }) => text === 'S00042' && box.height > 15);
    // The heading below the bar, a line of its own.
    expect(heading?.confidence).toBeGreaterThan(60);
    expect(heading?.box.x).toBeGreaterThanOrEqual(3);
    expect(heading?.box.x).toBeLessThan(8);
    expect(heading?.box.y).toBeGreaterThan(145);
    expect(heading?.box.y).toBeLessThan(155);
    expect(heading?.box.width).toBeGreaterThan(95);
    expect(heading?.box.width).toBeLessThan(110);
    expect(words.findLast(({ text }) => text.includes('annan'))?.line).toBeGreaterThan(heading?.line ?? Infinity);
  });
});

describe('the reader', () => {
  it('reads one picture after the other, however many are asked for', { timeout: 30_000 }, async () => {
    const reader = openReader();
    const done: string[] = [];
    await Promise.all([
      reader.readAddress(LIGHT).then(() => done.push('first')),
      reader.readAddress(makePng()).then(() => done.push('second')),
    ]);
    expect(done).toEqual(['first', 'second']);
  });

  it('gives up what is under way and what waits, and then reads on', { timeout: 30_000 }, async () => {
    const reader = openReader();
    const [underWay, waiting] = [new AbortController(), new AbortController()];
    const first = reader.readWords(LIGHT, { signal: underWay.signal });
    const second = reader.readWords(LIGHT, { signal: waiting.signal });
    waiting.abort();
    expect(expectFailure(await second).kind).toBe('cancelled');
    underWay.abort();
    expect(expectFailure(await first).kind).toBe('cancelled');
    expect(expectFailure(await reader.readWords(LIGHT, { signal: underWay.signal })).kind).toBe('cancelled');
    expect(expectValue(await reader.readAddress(LIGHT))).not.toBeNull();
  });

  it('refuses bytes that are no picture, and then reads on', { timeout: 30_000 }, async () => {
    const reader = openReader();
    expect(expectFailure(await reader.readWords(new Uint8Array(50))).kind).toBe('picture-invalid');
    expect(expectValue(await reader.readAddress(makePng()))).toBeNull();
  });

  it('answers a failure when its thread cannot be started', async () => {
    const reader = openReader({ workerFile: new URL('no-such-file.ts', import.meta.url) });
    expect(expectFailure(await reader.readWords(LIGHT)).kind).toBe('reader-failed');
    expect(expectFailure(await reader.readWords(LIGHT)).kind).toBe('reader-failed');
  });

  it('starts its thread anew when it was idle for long', { timeout: 30_000 }, async () => {
    const reader = openReader({ idleUntilEndMs: 0 });
    expect(expectValue(await reader.readAddress(makePng()))).toBeNull();
    await new Promise((resolve) => setImmediate(resolve));
    expect(expectValue(await reader.readAddress(makePng()))).toBeNull();
  });

  it('ends what is under way when it is closed', { timeout: 30_000 }, async () => {
    const reader = openReader();
    const readings = [reader.readWords(LIGHT), reader.readWords(LIGHT)];
    await reader.close();
    for (const reading of readings) expect(expectFailure(await reading).kind).toBe('cancelled');
  });
});
