import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { textsOfPicture } from '@core/capture/picture-texts';
import { readPngTexts, withPngTexts } from '@core/capture/png-text';
import type { ScreenshotId, TicketId } from '@core/ids';
import { fail } from '@core/outcome';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { createPictureStore, type PictureStore } from '../../src/main/platform/picture-store';
import { discardScreenshot } from '../../src/main/usecases/discard-screenshot';
import { keepScreenshot } from '../../src/main/usecases/keep-screenshot';
import { readScreenshotView } from '../../src/main/usecases/read-screenshot';
import { type SaveScreenshotRequest, saveScreenshot } from '../../src/main/usecases/save-screenshot';
import { tidyPictures } from '../../src/main/usecases/tidy-pictures';
import { createHandClock, MONDAY_NINE } from '../support/hand-clock';
import { expectFailure, expectValue } from '../support/portal-bench';
import { openWorkbench, type TestWorkbench } from '../support/workbench';
import { makePng, takeScreenshot } from '../support/workbench-acts';
import { connect, readElsewhere } from '../support/workbench-file';
import { addTicket } from '../support/workbench-rows';

const FULL = fail({ kind: 'disk-full' as const, message: 'ENOSPC: no space left on device, write' });
const fullStore: PictureStore = {
  ...createPictureStore('/nowhere'),
  save: () => FULL,
};

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function saveRequest(screenshotId: ScreenshotId, ticketId: TicketId): SaveScreenshotRequest {
  return {
    screenshotId,
    ticketId,
    address: 'https://kund.example/odoo/accounting/42',
    title: 'Momsrad saknas',
    addressSource: 'typed',
    drawing: {
      version: 2,
      crop: null,
      shapes: [{ id: 'a', kind: 'rectangle', color: 'red', weight: 'medium', x: 1, y: 1, width: 2, height: 2 }],
    },
    flattenedPng: makePng(200),
    message: { text: 'Så här ser det ut.', isInternalNote: false },
  };
}

/** The file that is sent for a request: its picture, with what it says of itself. */
function sentFile({ title, address, flattenedPng }: SaveScreenshotRequest): Uint8Array {
  const takenAt = createHandClock().read().wall;
  return expectValue(withPngTexts(flattenedPng, textsOfPicture({ title, address, ticketNumber: 'S-1', takenAt })));
}

/** A workbench with a ticket and a draft on it. */
async function makeDraft() {
  const workbench = openWorkbench();
  const ticketId = await addTicket(workbench);
  const screenshotId = await takeScreenshot(workbench, ticketId);
  return { workbench, ticketId, screenshotId, request: saveRequest(screenshotId, ticketId) };
}

const screenshotsIn = (workbench: TestWorkbench) => readElsewhere(workbench.file, 'SELECT * FROM screenshot');
const outboxIn = (workbench: TestWorkbench) => readElsewhere(workbench.file, 'SELECT * FROM outbox ORDER BY sequence');
const messagesIn = (workbench: TestWorkbench) => readElsewhere(workbench.file, 'SELECT * FROM message');

describe('a picture just taken', () => {
  it('is kept as a draft, its file before its row, and nothing is sent', async () => {
    const workbench = openWorkbench();
    const seen: boolean[] = [];
    const pictures = createPictureStore(join(workbench.folder, 'pictures'));
    const watched: PictureStore = {
      ...pictures,
      save: (bytes) => {
        seen.push(screenshotsIn(workbench).length > 0);
        return pictures.save(bytes);
      },
    };
    const png = makePng();
    const screenshotId = await takeScreenshot({ ...workbench, pictures: watched }, null, png);
    expect(seen).toEqual([false]);
    expect(screenshotsIn(workbench)).toMatchObject([
      { id: screenshotId, state: 'draft', ticket_id: null, original_hash: hashOf(png), flattened_hash: null },
    ]);
    expect(workbench.pictures.read(hashOf(png))).toEqual(Buffer.from(png));
    expect(outboxIn(workbench)).toEqual([]);
  });

  it.each([
    ['no PNG', new TextEncoder().encode('<svg></svg>')],
    ['cut short', makePng().slice(0, 12)],
  ])('is refused when it is %s', async (_what, png) => {
    const workbench = openWorkbench();
    const kept = await keepScreenshot(workbench, { png, width: 4, height: 3, title: '' }, null);
    expect(expectFailure(kept).kind).toBe('picture-invalid');
    expect(screenshotsIn(workbench)).toEqual([]);
    expect(existsSync(join(workbench.folder, 'pictures'))).toBe(false);
  });

  it('is refused when the disk is full, and no row speaks of it', async () => {
    const workbench = openWorkbench();
    const picture = { png: makePng(), width: 4, height: 3, title: '' };
    const kept = await keepScreenshot({ ...workbench, pictures: fullStore }, picture, null);
    expect(expectFailure(kept).kind).toBe('disk-full');
    expect(screenshotsIn(workbench)).toEqual([]);
  });
});

describe('saving a screen dump', () => {
  it('files it with its message, and sends the message after the picture', async () => {
    const { workbench, ticketId, screenshotId, request } = await makeDraft();
    expectValue(await saveScreenshot(workbench, request));
    const [message] = messagesIn(workbench);
    expect(message).toMatchObject({ ticket_id: ticketId, is_internal_note: 0, remote_id: null });
    expect(message?.['body_html']).toContain('https://kund.example/odoo/accounting/42');
    expect(screenshotsIn(workbench)).toMatchObject([
      {
        state: 'saved',
        flattened_hash: hashOf(sentFile(request)),
        message_id: message?.['id'],
        title: request.title,
      },
    ]);
    const [upload, post] = outboxIn(workbench);
    expect(upload).toMatchObject({ kind: 'upload-screenshot', subject_id: screenshotId, depends_on: null });
    expect(post).toMatchObject({ kind: 'post-message', subject_id: message?.['id'], depends_on: upload?.['id'] });
  });

  it('keeps the original beside what is sent, and the drawing', async () => {
    const { workbench, screenshotId, request } = await makeDraft();
    await saveScreenshot(workbench, request);
    const view = await readScreenshotView(workbench.database, screenshotId);
    expect(view).toMatchObject({ state: 'saved', sync: 'waiting', drawing: request.drawing });
    expect(view?.originalUrl).not.toBe(view?.flattenedUrl);
    expect(readdirSync(join(workbench.folder, 'pictures')).toSorted()).toEqual(
      [makePng(), sentFile(request)].map((png) => `${hashOf(png)}.png`).toSorted(),
    );
  });

  it('writes its title, its address without tokens, its ticket and time into the file, and nothing else', async () => {
    const { workbench, request } = await makeDraft();
    const address = `${request.address}?access_token=hemlig`;
    const named = expectValue(withPngTexts(request.flattenedPng, [{ keyword: 'Software', text: '/home/maja' }]));
    expectValue(await saveScreenshot(workbench, { ...request, address, flattenedPng: named }));
    const sent = workbench.pictures.read(String(screenshotsIn(workbench)[0]?.['flattened_hash']));
    expect(readPngTexts(sent ?? new Uint8Array())).toEqual([
      { keyword: 'Title', text: request.title },
      { keyword: 'Source', text: request.address },
      { keyword: 'Ticket', text: 'S-1' },
      { keyword: 'Creation Time', text: DateTime.fromMillis(MONDAY_NINE, { zone: 'utc' }).toISO() },
    ]);
  });

  it('is on disk before anybody is told', async () => {
    const { workbench, request } = await makeDraft();
    const seen: unknown[] = [];
    workbench.onTold((what) => seen.push([what, screenshotsIn(workbench)[0]?.['state'], outboxIn(workbench).length]));
    await saveScreenshot(workbench, request);
    expect(seen).toEqual([
      ['ticket', 'saved', 2],
      ['outbox', 'saved', 2],
    ]);
  });

  it('keeps the draft and sends nothing when the disk is full', async () => {
    const { workbench, request } = await makeDraft();
    const saved = await saveScreenshot({ ...workbench, pictures: fullStore }, request);
    expect(expectFailure(saved).kind).toBe('disk-full');
    expect(screenshotsIn(workbench)).toMatchObject([{ state: 'draft' }]);
    expect([...outboxIn(workbench), ...messagesIn(workbench)]).toEqual([]);
    expectValue(await saveScreenshot(workbench, request));
    expect(outboxIn(workbench)).toHaveLength(2);
  });

  it('keeps the draft and sends nothing when the flattened picture is no PNG', async () => {
    const { workbench, request } = await makeDraft();
    const saved = await saveScreenshot(workbench, { ...request, flattenedPng: new Uint8Array(100) });
    expect(expectFailure(saved).kind).toBe('picture-invalid');
    expect(screenshotsIn(workbench)).toMatchObject([{ state: 'draft' }]);
    expect([...outboxIn(workbench), ...messagesIn(workbench)]).toEqual([]);
  });

  it.each(['upload-screenshot', 'post-message'])(
    'leaves neither message nor operation when the %s cannot be written',
    async (kind) => {
      const { workbench, request } = await makeDraft();
      connect(workbench.file).exec(
        `CREATE TRIGGER broken BEFORE INSERT ON outbox WHEN NEW.kind = '${kind}' BEGIN SELECT RAISE(ABORT, 'no room'); END`,
      );
      await expect(saveScreenshot(workbench, request)).rejects.toThrow('no room');
      expect(screenshotsIn(workbench)).toMatchObject([{ state: 'draft', message_id: null }]);
      expect([...outboxIn(workbench), ...messagesIn(workbench)]).toEqual([]);
    },
  );

  it('is refused the second time, so that a double click sends it once', async () => {
    const { workbench, request } = await makeDraft();
    const [first, second] = await Promise.all([saveScreenshot(workbench, request), saveScreenshot(workbench, request)]);
    expect([first.ok, second.ok].toSorted()).toEqual([false, true]);
    expect(outboxIn(workbench)).toHaveLength(2);
    expect(messagesIn(workbench)).toHaveLength(1);
  });
});

describe('discarding a screen dump', () => {
  it('removes a draft', async () => {
    const { workbench, screenshotId } = await makeDraft();
    await discardScreenshot(workbench, new Map(), screenshotId);
    expect(screenshotsIn(workbench)).toEqual([]);
  });

  it('leaves one alone that was saved', async () => {
    const { workbench, screenshotId, request } = await makeDraft();
    await saveScreenshot(workbench, request);
    await discardScreenshot(workbench, new Map(), screenshotId);
    expect(screenshotsIn(workbench)).toMatchObject([{ id: screenshotId, state: 'saved' }]);
    expect(outboxIn(workbench)).toHaveLength(2);
  });
});

describe('a discarded screen dump', () => {
  it('leaves no picture behind once the file is opened again, and takes no other with it', async () => {
    const { workbench, ticketId, screenshotId, request } = await makeDraft();
    await takeScreenshot(workbench, ticketId, makePng(77));
    await discardScreenshot(workbench, new Map(), screenshotId);
    await saveScreenshot(workbench, saveRequest(await takeScreenshot(workbench, ticketId, makePng(78)), ticketId));
    await tidyPictures(workbench);
    expect(workbench.pictures.list().toSorted()).toEqual(
      [makePng(77), makePng(78), sentFile(request)].map(hashOf).toSorted(),
    );
  });
});
