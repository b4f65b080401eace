import { createHash } from 'node:crypto';
import { linkSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScreenshotId } from '@core/ids';
import { fail } from '@core/outcome';
import { describe, expect, it } from 'vitest';
import { createPictureStore } from '../../src/main/platform/picture-store';
import { readScreenshotView } from '../../src/main/usecases/read-screenshot';
import { shredOnceSent, shredOriginal } from '../../src/main/usecases/shred-original';
import { expectFailure, expectValue } from '../support/portal-bench';
import { DEFAULT_SETTINGS } from '../support/quiet-parts';
import { pushFrom, startWithTickets } from '../support/sync-bench';
import { makeFolder, openWorkbench } from '../support/workbench';
import { fileScreenshot, makePng, takeScreenshot } from '../support/workbench-acts';
import { addTicket } from '../support/workbench-rows';

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const ORIGINAL = hashOf(makePng());

/** A workbench with a screen dump on its way. */
async function withSaved() {
  const workbench = openWorkbench();
  const ticketId = await addTicket(workbench);
  return { workbench, ticketId, screenshotId: await fileScreenshot(workbench, ticketId) };
}

describe('shredding an original', () => {
  it('destroys its file, and leaves what is sent, the words and the drawing', async () => {
    const { workbench, screenshotId } = await withSaved();
    const before = await readScreenshotView(workbench.database, screenshotId);
    expect(workbench.pictures.list()).toContain(ORIGINAL);
    expectValue(await shredOriginal(workbench, screenshotId));
    expect(workbench.pictures.list()).toHaveLength(1);
    expect(workbench.pictures.read(ORIGINAL)).toBeNull();
    const after = await readScreenshotView(workbench.database, screenshotId);
    expect(after).toEqual({ ...before, originalUrl: null });
    expect(after?.flattenedUrl).not.toBeNull();
  });

  it('leaves the file of a picture that another screen dump needs, until that one is shredded too', async () => {
    const { workbench, ticketId, screenshotId } = await withSaved();
    const other = await fileScreenshot(workbench, ticketId, makePng(210));
    expectValue(await shredOriginal(workbench, screenshotId));
    expect(workbench.pictures.list()).toContain(ORIGINAL);
    expectValue(await shredOriginal(workbench, other));
    expect(workbench.pictures.list()).not.toContain(ORIGINAL);
  });

  it('is refused for a draft, of which nothing else is left', async () => {
    const { workbench, ticketId } = await withSaved();
    const draft = await takeScreenshot(workbench, ticketId, makePng(50));
    expect(expectFailure(await shredOriginal(workbench, draft)).kind).toBe('not-found');
    expect(workbench.pictures.list()).toContain(hashOf(makePng(50)));
  });

  it('changes nothing the second time', async () => {
    const { workbench, screenshotId } = await withSaved();
    expectValue(await shredOriginal(workbench, screenshotId));
    workbench.clock.pass(1_000);
    expectValue(await shredOriginal(workbench, screenshotId));
  });

  it('says nothing is gone while the file cannot be removed', async () => {
    const { workbench, screenshotId } = await withSaved();
    const locked = { kind: 'folder-not-writable' as const, message: 'EACCES' };
    const pictures = { ...workbench.pictures, shred: () => fail(locked) };
    expect(expectFailure(await shredOriginal({ ...workbench, pictures }, screenshotId))).toEqual(locked);
    expect((await readScreenshotView(workbench.database, screenshotId))?.originalUrl).not.toBeNull();
  });
});

describe('the setting that shreds what was sent', () => {
  /** Sends a screen dump, with the setting on or off, and answers whether its original is still here. */
  async function originalAfterSending(shredOriginalsOnceSent: boolean): Promise<boolean> {
    const bench = await startWithTickets('Order');
    await fileScreenshot(bench.workbench, bench.tickets[0].id);
    const workbench = { ...bench.workbench, settings: () => ({ ...DEFAULT_SETTINGS, shredOriginalsOnceSent }) };
    const sent: ScreenshotId[] = [];
    await pushFrom(bench, { onPictureSent: (id) => sent.push(id) });
    expect(sent).toHaveLength(1);
    for (const id of sent) await shredOnceSent(workbench, id);
    return workbench.pictures.list().includes(ORIGINAL);
  }

  it('is off unless somebody turns it on', async () => {
    expect(await originalAfterSending(false)).toBe(true);
    expect(await originalAfterSending(true)).toBe(false);
  });

  it('shreds nothing of what the portal has not got', async () => {
    const bench = await startWithTickets('Order');
    await fileScreenshot(bench.workbench, bench.tickets[0].id);
    bench.proxy.inject({ kind: 'lose-answer' }, { path: '/ir.attachment/load' });
    const sent: ScreenshotId[] = [];
    await pushFrom(bench, { onPictureSent: (id) => sent.push(id) });
    expect(sent).toEqual([]);
  });
});

describe('a shredded file', () => {
  it('is overwritten in its own blocks before it is gone', () => {
    const folder = makeFolder();
    const pictures = createPictureStore(folder);
    const { hash } = expectValue(pictures.save(makePng()));
    const file = join(folder, `${hash}.png`);
    // A second name for the same blocks shows what became of them.
    const blocks = join(folder, 'blocks');
    linkSync(file, blocks);
    expectValue(pictures.shred(hash));
    expect(() => readFileSync(file)).toThrow('ENOENT');
    const after = readFileSync(blocks);
    expect(after).toHaveLength(makePng().length);
    expect(after.includes(Buffer.from(makePng().subarray(0, 8)))).toBe(false);
    expect(expectValue(pictures.shred(hash))).toBeNull();
    expect(expectValue(pictures.shred('../workbench'))).toBeNull();
  });
});
