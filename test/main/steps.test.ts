import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readPngTexts } from '@core/capture/png-text';
import type { ScreenshotId } from '@core/ids';
import { fail } from '@core/outcome';
import { describe, expect, it } from 'vitest';
import { updateScreenshot } from '../../src/main/db/queries/screenshots';
import type { PictureStore } from '../../src/main/platform/picture-store';
import { keepSteps } from '../../src/main/usecases/keep-steps';
import { readStepsView } from '../../src/main/usecases/read-steps';
import { type SendStepsRequest, sendSteps } from '../../src/main/usecases/send-steps';
import { expectFailure, expectValue } from '../support/portal-bench';
import { openWorkbench, type TestWorkbench } from '../support/workbench';
import { makePng, takeScreenshot } from '../support/workbench-acts';
import { connect, readElsewhere } from '../support/workbench-file';
import { addTicket } from '../support/workbench-rows';

/** What the first ticket of a new file is called. */
const NUMBER = 'S-1';

/** A ticket with so many drafts, in the order in which they were taken. */
async function withDrafts(count: number) {
  const workbench = openWorkbench();
  const ticketId = await addTicket(workbench);
  const drafts: ScreenshotId[] = [];
  for (let index = 0; index < count; index += 1) {
    drafts.push(await takeScreenshot(workbench, ticketId, makePng(10 + index)));
    workbench.clock.pass(1_000);
  }
  const kept = (captions: readonly string[], order: readonly number[]) => ({
    ticketId,
    happened: 'Ett fel kom.',
    expected: 'Ordern bekräftas.',
    steps: order.map((draft, index) => ({
      screenshotId: drafts[draft] as ScreenshotId,
      caption: captions[index] ?? '',
    })),
  });
  const request = (captions: readonly string[], order: readonly number[]): SendStepsRequest => ({
    ...kept(captions, order),
    isInternalNote: false,
    steps: kept(captions, order).steps.map((step, index) => ({ ...step, flattenedPng: makePng(100 + index) })),
  });
  return { workbench, ticketId, drafts, kept, request };
}

const screenshotsIn = ({ file }: TestWorkbench) =>
  readElsewhere(file, 'SELECT * FROM screenshot ORDER BY step_position');
const outboxIn = ({ file }: TestWorkbench) => readElsewhere(file, 'SELECT * FROM outbox ORDER BY sequence');
const messagesIn = ({ file }: TestWorkbench) => readElsewhere(file, 'SELECT * FROM message');

describe('steps being written', () => {
  it('are there again after a restart, in their order, before the drafts that are none', async () => {
    const { workbench, ticketId, drafts, kept } = await withDrafts(3);
    expect(await keepSteps(workbench, kept(['Öppna ordern', 'Bekräfta'], [2, 0]))).toBe(true);
    const reopened = openWorkbench({ folder: workbench.folder });
    const view = await readStepsView(reopened.database, ticketId);
    expect(view).toMatchObject({ ticketNumber: NUMBER, happened: 'Ett fel kom.', expected: 'Ordern bekräftas.' });
    expect(view?.drafts.map(({ id, stepPosition, caption }) => [id, stepPosition, caption])).toEqual([
      [drafts[2], 1, 'Öppna ordern'],
      [drafts[0], 2, 'Bekräfta'],
      [drafts[1], null, ''],
    ]);
    expect(readElsewhere(workbench.file, 'SELECT done FROM ticket_steps')).toEqual([
      { done: '1. Öppna ordern\n2. Bekräfta' },
    ]);
    expect(outboxIn(workbench)).toEqual([]);
  });

  it('keep the caption of one that is taken out', async () => {
    const { workbench, ticketId, kept } = await withDrafts(2);
    await keepSteps(workbench, kept(['Ett', 'Två'], [0, 1]));
    await keepSteps(workbench, kept(['Två'], [1]));
    const view = await readStepsView(workbench.database, ticketId);
    expect(view?.drafts.map(({ stepPosition, caption }) => [stepPosition, caption])).toEqual([
      [1, 'Två'],
      [null, 'Ett'],
    ]);
  });

  it('are refused whole where one is no draft of the ticket, or stands twice', async () => {
    const { workbench, ticketId, drafts, kept } = await withDrafts(2);
    const elsewhere = await takeScreenshot(workbench, await addTicket(workbench), makePng(90));
    for (const screenshotId of [elsewhere, drafts[0] as ScreenshotId]) {
      const steps = [...kept(['Ett'], [0]).steps, { screenshotId, caption: 'Två' }];
      expect(await keepSteps(workbench, { ticketId, steps, happened: '', expected: '' })).toBe(false);
    }
    expect(screenshotsIn(workbench).map(({ step_position }) => step_position)).toEqual([null, null, null]);
  });
});

describe('sending steps', () => {
  it('makes one message, whose pictures go before it one after another', async () => {
    const { workbench, drafts, request } = await withDrafts(3);
    expectValue(await sendSteps(workbench, request(['Öppna ordern', 'Bekräfta'], [2, 0])));
    const [message, ...others] = messagesIn(workbench);
    expect(others).toEqual([]);
    expect(message).toMatchObject({ is_internal_note: 0 });
    const rows = outboxIn(workbench);
    expect(rows.map(({ kind, subject_id }) => [kind, subject_id])).toEqual([
      ['upload-screenshot', drafts[2]],
      ['upload-screenshot', drafts[0]],
      ['post-message', message?.['id']],
    ]);
    expect(rows.map(({ depends_on }) => depends_on)).toEqual([null, rows[0]?.['id'], rows[1]?.['id']]);
    expect(screenshotsIn(workbench)).toMatchObject([
      { id: drafts[1], state: 'draft', message_id: null, step_position: null },
      { id: drafts[2], state: 'saved', message_id: message?.['id'], step_position: 1, caption: 'Öppna ordern' },
      { id: drafts[0], state: 'saved', message_id: message?.['id'], step_position: 2, caption: 'Bekräfta' },
    ]);
  });

  it('names each picture in the message as it is called on the portal', async () => {
    const { workbench, request } = await withDrafts(2);
    expectValue(await sendSteps(workbench, request(['Ett', 'Två'], [0, 1])));
    const body = String(messagesIn(workbench)[0]?.['body_html']);
    const hashes = screenshotsIn(workbench).map(({ flattened_hash }) => String(flattened_hash).slice(0, 8));
    expect(body).toMatch(
      new RegExp(`Ett.*${NUMBER}-01-${hashes[0]}.png.*Två.*${NUMBER}-02-${hashes[1]}.png.*Ett fel kom`),
    );
  });

  it('puts title, ticket and time into every picture’s file', async () => {
    const { workbench, request } = await withDrafts(2);
    expectValue(await sendSteps(workbench, request(['Ett', 'Två'], [0, 1])));
    for (const { flattened_hash } of screenshotsIn(workbench)) {
      const texts = readPngTexts(workbench.pictures.read(String(flattened_hash)) ?? new Uint8Array()) ?? [];
      expect(texts.map(({ keyword }) => keyword)).toEqual(['Title', 'Ticket', 'Creation Time']);
      expect(texts[1]?.text).toBe(NUMBER);
    }
  });

  it('sends nothing twice when the button is pressed twice', async () => {
    const { workbench, request } = await withDrafts(2);
    const one = request(['Ett', 'Två'], [0, 1]);
    const [first, second] = await Promise.all([sendSteps(workbench, one), sendSteps(workbench, one)]);
    expect([first.ok, second.ok].toSorted()).toEqual([false, true]);
    expect(messagesIn(workbench)).toHaveLength(1);
    expect(outboxIn(workbench)).toHaveLength(3);
  });

  it.each(['upload-screenshot', 'post-message'])(
    'leaves every draft as it was when the %s cannot be written',
    async (kind) => {
      const { workbench, request } = await withDrafts(2);
      connect(workbench.file).exec(
        `CREATE TRIGGER broken BEFORE INSERT ON outbox WHEN NEW.kind = '${kind}' BEGIN SELECT RAISE(ABORT, 'no room'); END`,
      );
      await expect(sendSteps(workbench, request(['Ett', 'Två'], [0, 1]))).rejects.toThrow('no room');
      expect(screenshotsIn(workbench)).toMatchObject([
        { state: 'draft', step_position: null },
        { state: 'draft', step_position: null },
      ]);
      expect([...outboxIn(workbench), ...messagesIn(workbench)]).toEqual([]);
    },
  );

  it('keeps the drafts when the disk is full', async () => {
    const { workbench, request } = await withDrafts(2);
    const full: PictureStore = {
      ...workbench.pictures,
      save: () => fail({ kind: 'disk-full' as const, message: 'ENOSPC' }),
    };
    const sent = await sendSteps({ ...workbench, pictures: full }, request(['Ett', 'Två'], [0, 1]));
    expect(expectFailure(sent).kind).toBe('disk-full');
    expect(screenshotsIn(workbench)).toMatchObject([{ state: 'draft' }, { state: 'draft' }]);
    expect(outboxIn(workbench)).toEqual([]);
  });

  it('refuses a drawing it cannot read: its redactions would be missing', async () => {
    const { workbench, drafts, request } = await withDrafts(2);
    await updateScreenshot(workbench.database, drafts[1] as ScreenshotId, { drawing: '{"version":99}' });
    const sent = await sendSteps(workbench, request(['Ett', 'Två'], [0, 1]));
    expect(expectFailure(sent).kind).toBe('drawing-unreadable');
    expect(outboxIn(workbench)).toEqual([]);
  });

  it('refuses no steps at all, and steps of a ticket that is not here', async () => {
    const { workbench, request } = await withDrafts(1);
    expect(expectFailure(await sendSteps(workbench, request([], []))).kind).toBe('no-steps');
    const elsewhere = { ...request(['Ett'], [0]), ticketId: workbench.newId() as SendStepsRequest['ticketId'] };
    expect(expectFailure(await sendSteps(workbench, elsewhere)).kind).toBe('not-found');
    expect(existsSync(join(workbench.folder, 'pictures'))).toBe(true);
    expect(outboxIn(workbench)).toEqual([]);
  });
});
