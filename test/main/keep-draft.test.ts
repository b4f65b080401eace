import { randomUUID } from 'node:crypto';
import type { Drawing } from '@core/capture/shapes';
import { ticketIdSchema } from '@core/ids';
import { describe, expect, it } from 'vitest';
import { discardScreenshot } from '../../src/main/usecases/discard-screenshot';
import { type DraftRequest, keepDraft } from '../../src/main/usecases/keep-draft';
import { readScreenshotView } from '../../src/main/usecases/read-screenshot';
import { openWorkbench } from '../support/workbench';
import { takeScreenshot } from '../support/workbench-acts';
import { connect, readElsewhere } from '../support/workbench-file';
import { addTicket } from '../support/workbench-rows';

const DRAWING: Drawing = {
  version: 2,
  crop: null,
  shapes: [{ id: 'a', kind: 'step', color: 'red', weight: 'medium', x: 1, y: 2 }],
};

/** A workbench with a draft that is filed nowhere. */
async function makeDraft() {
  const workbench = openWorkbench();
  const screenshotId = await takeScreenshot(workbench, null);
  const request: DraftRequest = {
    screenshotId,
    ticketId: null,
    address: 'https://kund.example/odoo/sales/42',
    addressSource: 'typed',
    title: 'Ordern',
    drawing: DRAWING,
    message: { text: 'Så ser ordern ut.', isInternalNote: false },
  };
  const read = () => readScreenshotView(workbench.database, screenshotId);
  return { workbench, screenshotId, request, read };
}

describe('keeping a draft', () => {
  it('writes what was drawn and written, on the ticket that was chosen', async () => {
    const { workbench, request, read } = await makeDraft();
    const ticketId = await addTicket(workbench);
    expect(await keepDraft(workbench, { ...request, ticketId })).toBe(true);
    const { address, addressSource, title, message } = request;
    expect(await read()).toMatchObject({
      state: 'draft',
      ticketId,
      address,
      addressSource,
      title,
      drawing: DRAWING,
      message,
    });
    expect(readElsewhere(workbench.file, 'SELECT * FROM outbox')).toEqual([]);
  });

  it('leaves a drawing alone that could not be read, until another one is drawn', async () => {
    const { workbench, screenshotId, request, read } = await makeDraft();
    const newer = '{"version":3,"shapes":[]}';
    const file = connect(workbench.file);
    file.prepare('UPDATE screenshot SET drawing = ? WHERE id = ?').run(newer, screenshotId);
    file.close();
    expect(await keepDraft(workbench, { ...request, drawing: null })).toBe(true);
    expect(await read()).toMatchObject({ title: request.title, drawingProblem: 'newer-version' });
    expect(readElsewhere(workbench.file, 'SELECT drawing FROM screenshot')).toEqual([{ drawing: newer }]);
    expect(await keepDraft(workbench, request)).toBe(true);
    expect(await read()).toMatchObject({ drawing: DRAWING, drawingProblem: null });
  });

  it('changes nothing of what is no draft any more, nor for a ticket that is not here', async () => {
    const { workbench, screenshotId, request, read } = await makeDraft();
    expect(await keepDraft(workbench, { ...request, ticketId: ticketIdSchema.parse(randomUUID()) })).toBe(false);
    expect(await read()).toMatchObject({ ticketId: null, title: 'Faktura' });
    await discardScreenshot(workbench, new Map(), screenshotId);
    expect(await keepDraft(workbench, request)).toBe(false);
  });
});
