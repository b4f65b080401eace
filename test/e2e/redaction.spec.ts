import { inflateSync } from 'node:zlib';
import { coveredPixels } from '@core/capture/covered-pixels';
import { readPngChunks } from '@core/capture/png-chunks';
import { regionOfBrowser } from './support/annotate';
import { type Part, rawRunsIn, runFinder } from './support/pixel-runs';
import { Picture } from './support/png';
import { ticketOnPortal } from './support/portal-bench';
import { readWords } from './support/read-words';
import { openBrowser } from './support/real-browser';
import { expect, test } from './support/test';

/** What stands in the place of what is redacted. */
const SOLID = { red: 0x1f, green: 0x24, blue: 0x28 };

/** The border of an enlarged picture and what is blended with it. */
const BORDER_PIXELS = 6;

const TICKET = 'Kassan i butiken startar inte';

/** A field of noise, in which no four neighbouring pixels are like any four others, and two words. */
const page = `<!doctype html><meta charset="utf-8"><title>Kund - Odoo</title>
<style>
  body { margin: 0; background: #fff; color: #111; font: bold 26px/1 "Liberation Sans", sans-serif }
  canvas { position: absolute; left: 20px; top: 20px }
  p { position: absolute; left: 600px; margin: 0 }
</style>
<canvas width="500" height="540"></canvas><p style="top: 40px">HEMLIGT 4711</p><p style="top: 340px">SYNLIGT 8022</p>
<script>
  const context = document.querySelector('canvas').getContext('2d');
  const noise = context.createImageData(500, 540);
  let seed = 42;
  for (let index = 0; index < noise.data.length; index += 1) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    noise.data[index] = index % 4 === 3 ? 255 : seed >>> 24;
  }
  context.putImageData(noise, 0, 0);
</script>`;

test('what is redacted or cut away is nowhere in what is sent, whatever lies over it or enlarges it', async ({
  launch,
  folder,
}) => {
  const fyra = await launch();
  const { captureEditor: editor } = fyra;
  await fyra.welcome.startPractising();
  await fyra.queue.open(TICKET);
  const browser = await openBrowser(folder, '/odoo/contacts/7', page);
  await fyra.timerBar.capture();
  const region = await regionOfBrowser();
  await fyra.captureDialog.takeRegion(region.from, region.to);
  await expect(editor.canvas()).toBeVisible();
  await browser.close();

  // Two looks side by side on the noise, and one over the word; a magnifier over the edge of each; an arrow on top.
  await editor.draw('Redact', { x: 0.06, y: 0.25 }, { x: 0.2, y: 0.45 });
  await editor.press('Escape', 'Escape', 'r');
  await fyra.window.getByTestId('redaction-blur').click();
  await editor.drag({ x: 0.25, y: 0.25 }, { x: 0.4, y: 0.45 });
  await editor.drag({ x: 0.535, y: 0.16 }, { x: 0.75, y: 0.25 });
  await editor.draw('Magnifier', { x: 0.16, y: 0.4 }, { x: 0.28, y: 0.5 });
  await editor.draw('Magnifier', { x: 0.53, y: 0.16 }, { x: 0.73, y: 0.25 });
  await editor.draw('Arrow', { x: 0.1, y: 0.3 }, { x: 0.35, y: 0.35 });
  await editor.tool('crop').click();
  await editor.drag({ x: 0.03, y: 0.04 }, { x: 0.97, y: 0.8 });
  await fyra.window.getByTestId('crop-apply').click();
  await expect.poll(async () => (await editor.read()).drawing.crop?.height).toBeLessThan(700);
  await expect.poll(() => editor.keptKinds()).toEqual([...Array(3).fill('redaction'), 'callout', 'callout', 'arrow']);
  const original = await editor.originalPicture();
  const { drawing, width, height } = await editor.read();
  const hidden = drawing.shapes.flatMap((shape): Part[] => {
    const covered = shape.kind === 'redaction' ? coveredPixels(shape, { width, height }) : null;
    return covered === null ? [] : [covered];
  });
  const [solid, blurred] = hidden;
  const { crop } = drawing;
  if (solid === undefined || blurred === undefined || crop === null) throw new Error('Nothing is hidden');
  const cutAway: Part = { x: 60, y: crop.y + crop.height, width: 300, height: 20 };

  await editor.save();
  await fyra.ticket.showTab('Screens');
  await expect(fyra.ticket.screenDumps().first()).toContainText('Sent');
  const ticket = await ticketOnPortal(await fyra.app.practicePortal(), TICKET);
  const [attachment] = await ticket.attachments();
  const sent = await ticket.attachmentBytes(attachment?.id ?? 0);

  // The noise between the two redactions is sent: what is looked for would be found.
  const between: Part = { x: blurred.x - 12, y: blurred.y, width: 10, height: 20 };
  const runsFound = runFinder(sent);
  const control = runsFound(original, between);
  expect(control.found).toBeGreaterThan(control.runs / 2);
  for (const [name, part] of Object.entries({ solid, blurred, cutAway })) {
    const { runs, found } = runsFound(original, part);
    expect(runs, name).toBeGreaterThan(1_000);
    expect(found, name).toBe(0);
  }

  // Enlarging blends neighbours, and so would hide runs: what was solid has to be solid where it is enlarged, too.
  const [enlarging] = drawing.shapes.filter((shape) => shape.kind === 'callout');
  if (enlarging === undefined) throw new Error('Nothing is enlarged');
  const picture = new Picture(sent);
  const bannerHeight = picture.height - crop.height;
  const inView: Part = {
    x: enlarging.toX - crop.x + BORDER_PIXELS,
    y: enlarging.toY - crop.y + bannerHeight + BORDER_PIXELS,
    width: Math.floor((solid.x + solid.width - enlarging.x) * enlarging.magnification) - 2 * BORDER_PIXELS,
    height: Math.floor((solid.y + solid.height - enlarging.y) * enlarging.magnification) - 2 * BORDER_PIXELS,
  };
  expect(inView.width * inView.height).toBeGreaterThan(2_000);
  expect(picture.count(SOLID, inView)).toBe(inView.width * inView.height);

  const chunks = readPngChunks(sent) ?? [];
  expect(new Set(chunks.map(({ type }) => type))).toEqual(new Set(['IHDR', 'iTXt', 'IDAT', 'IEND']));
  const pixels = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ content }) => content)));
  for (const part of [solid, blurred, cutAway]) {
    expect(rawRunsIn(original, part, sent)).toBe(0);
    expect(rawRunsIn(original, part, pixels)).toBe(0);
  }

  const words = (await readWords(sent)).join(' ');
  expect(words).toContain('SYNLIGT 8022');
  expect((await readWords(original)).join(' ')).toContain('HEMLIGT 4711');
  expect(words).not.toMatch(/HEML|LIGT 4|4711/);
});
