import { EMPTY_DRAWING } from '@core/capture/shapes';
import type { TicketId } from '@core/ids';
import { PNG } from 'pngjs';
import { keepScreenshot } from '../../src/main/usecases/keep-screenshot';
import { saveScreenshot } from '../../src/main/usecases/save-screenshot';
import { sendSteps } from '../../src/main/usecases/send-steps';
import type { Workbench } from '../../src/main/usecases/workbench';
import { writeMessage } from '../../src/main/usecases/write-message';
import { expectValue } from './portal-bench';

/** A picture of one shade. */
export function makePng(shade = 128): Uint8Array {
  const png = new PNG({ width: 4, height: 3 });
  png.data.fill(shade);
  return PNG.sync.write(png);
}

/** A draft of a screen dump. */
export async function takeScreenshot(workbench: Workbench, ticketId: TicketId | null, png = makePng()) {
  const picture = { png, width: 4, height: 3, title: 'Faktura' };
  return expectValue(await keepScreenshot(workbench, picture, ticketId)).screenshotId;
}

/** A screen dump filed on a ticket, with its message. */
export async function fileScreenshot(workbench: Workbench, ticketId: TicketId, flattenedPng = makePng(200)) {
  const screenshotId = await takeScreenshot(workbench, ticketId);
  expectValue(
    await saveScreenshot(workbench, {
      screenshotId,
      ticketId,
      address: 'https://kund.example/odoo/accounting/42',
      title: 'Faktura',
      addressSource: 'typed',
      drawing: EMPTY_DRAWING,
      flattenedPng,
      message: { text: 'Så här ser det ut.', isInternalNote: false },
    }),
  );
  return screenshotId;
}

/** Steps to reproduce with one picture for each caption, on their way as one message. */
export async function fileSteps(workbench: Workbench, ticketId: TicketId, captions: readonly string[]) {
  const steps = [];
  for (const [index, caption] of captions.entries()) {
    const screenshotId = await takeScreenshot(workbench, ticketId, makePng(10 + index));
    steps.push({ screenshotId, caption, flattenedPng: makePng(100 + index) });
  }
  const answers = { happened: 'Ett fel kom.', expected: 'Det fungerar.' };
  expectValue(await sendSteps(workbench, { ticketId, ...answers, isInternalNote: false, steps }));
}

/** A message to the customer of a ticket. */
export async function write(workbench: Workbench, ticketId: TicketId, text = 'Hej!', isInternalNote = false) {
  expectValue(await writeMessage(workbench, { ticketId, text, isInternalNote }));
}
