import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Workbench } from './pages/workbench';
import { findings } from './support/axe';
import { LOOKS } from './support/looks';
import { openDraft } from './support/open-draft';
import { expect, test } from './support/test';

const TICKET = 'Kassan i butiken startar inte';

/** Every tool that draws, with its key. */
const DRAWING_KEYS = {
  arrow: 'a',
  line: 'l',
  rectangle: 'b',
  ellipse: 'o',
  freehand: 'p',
  marker: 'm',
  step: 'n',
  redaction: 'r',
  callout: 'g',
} as const;
const KINDS = Object.keys(DRAWING_KEYS);

async function openEditor(fyra: Workbench, folder: string): Promise<void> {
  await fyra.welcome.startPractising();
  await fyra.queue.open(TICKET);
  await openDraft(fyra, folder);
  await expect(fyra.captureEditor.canvas()).toBeFocused();
  // With the address the strip above the picture grows, and the picture moves down.
  await expect(fyra.captureEditor.addressSource()).toHaveText(/^read in the picture/, { timeout: 20_000 });
}

test('every tool draws by the keyboard alone, and what it drew is moved, resized, restyled and taken back', async ({
  launch,
  folder,
}) => {
  const fyra = await launch();
  await openEditor(fyra, folder);
  const { captureEditor: editor } = fyra;

  for (const [kind, key] of Object.entries(DRAWING_KEYS)) {
    await editor.press(key);
    await expect(editor.tool(kind)).toHaveAttribute('aria-pressed', 'true');
    await editor.press('Enter');
  }
  await editor.press('t', 'Enter');
  await expect(editor.textField()).toBeFocused();
  await editor.press('H', 'e', 'r', 'e', 'Escape', 'v');
  await expect(editor.canvas()).toBeFocused();
  await expect.poll(() => editor.keptKinds()).toEqual([...KINDS, 'text']);
  expect((await editor.kept('text')).text).toBe('Here');

  // From mark to mark, and at the end out of the picture.
  await editor.press('Escape', 'Tab');
  await expect(editor.spoken()).toContainText('Arrow 1 is selected');
  const arrow = await editor.kept('arrow');
  await editor.press('ArrowRight', 'Control+ArrowDown', 'Shift+ArrowLeft');
  await expect
    .poll(() => editor.kept('arrow'))
    .toEqual({
      ...arrow,
      fromX: arrow.fromX + 10,
      fromY: arrow.fromY + 1,
      toX: arrow.toX,
      toY: arrow.toY + 1,
    });
  await editor.press('c', 'w', 'Control+Shift+]');
  await expect.poll(() => editor.keptKinds()).toEqual([...KINDS.slice(1), 'text', 'arrow']);
  expect(await editor.kept('arrow')).toMatchObject({ color: 'orange', weight: 'thick' });

  // The magnifier's enlarged picture moves alone and grows.
  const callout = await editor.kept('callout');
  await editor.press('Escape', 'Escape');
  for (let index = 0; index < KINDS.length - 1; index += 1) await editor.press('Tab');
  await expect(editor.spoken()).toContainText('Magnifier 1 is selected');
  await editor.press('Alt+Shift+ArrowDown', 'Alt+PageUp');
  await expect.poll(() => editor.kept('callout')).toEqual({ ...callout, toY: callout.toY + 10, magnification: 2.5 });
  await editor.press('Tab', 'Tab');
  await expect(editor.spoken()).toContainText('Arrow 1 is selected');

  await editor.press('Tab');
  await expect(editor.canvas()).not.toBeFocused();
  await editor.press('Shift+Tab');
  await expect(editor.canvas()).toBeFocused();

  // Everything at once.
  await editor.press('Control+a');
  await expect(editor.spoken()).toContainText('10 markings are selected');
  await editor.press('Control+d');
  await expect(editor.shapes()).toHaveCount(20);
  await editor.press('Delete');
  await expect(editor.shapes()).toHaveCount(10);
  await editor.press('Control+a', 'Backspace');
  await expect(editor.shapes()).toHaveCount(0);
  await editor.press('Control+z');
  await expect(editor.shapes()).toHaveCount(10);
  for (let undone = 0; undone < 30; undone += 1) await editor.press('Control+z');
  await expect.poll(() => editor.keptKinds()).toEqual([]);
  await editor.press('Control+y');
  await expect(editor.shapes()).toHaveCount(1);
  await expect.poll(() => editor.keptKinds()).toEqual(['arrow']);
});

test('every tool draws with the mouse', async ({ launch, folder }) => {
  const fyra = await launch();
  await openEditor(fyra, folder);
  const { captureEditor: editor } = fyra;
  const places = KINDS.map((kind, index) => ({ kind, x: 0.06 + (index % 5) * 0.19, y: index < 5 ? 0.15 : 0.45 }));
  for (const { kind, x, y } of places) {
    await editor.tool(kind).click();
    if (kind === 'step') await editor.click({ x, y });
    else await editor.drag({ x, y }, { x: x + 0.08, y: y + 0.1 });
  }
  await editor.tool('text').click();
  await editor.click({ x: 0.1, y: 0.8 });
  await expect(editor.textField()).toBeFocused();
  await editor.textField().fill('Momsen\nsaknas');
  await editor.click({ x: 0.9, y: 0.9 });
  await editor.tool('select').click();
  await expect.poll(() => editor.keptKinds()).toEqual([...KINDS, 'text']);
  expect((await editor.kept('freehand')).points.length).toBeGreaterThan(3);
  expect((await editor.kept('text')).text).toBe('Momsen\nsaknas');

  // A double click writes again.
  await editor.click({ x: 0.11, y: 0.81 }, { count: 2 });
  await editor.textField().fill('Momsen');
  await editor.press('Escape');
  await expect.poll(async () => (await editor.kept('text')).text).toBe('Momsen');

  // Shift adds to the selection, a rubber band takes what lies in it, and all of it moves together.
  const [first, second] = places;
  if (first === undefined || second === undefined) throw new Error('no places');
  await editor.click({ x: first.x + 0.04, y: first.y + 0.05 });
  await editor.click({ x: second.x + 0.04, y: second.y + 0.05 }, { shift: true });
  await expect(editor.spoken()).toContainText('2 markings are selected');
  await editor.drag({ x: 0.01, y: 0.03 }, { x: 0.99, y: 0.35 });
  await expect(editor.spoken()).toContainText('5 markings are selected');
  const before = await editor.kept('line');
  await editor.drag({ x: second.x + 0.04, y: second.y + 0.05 }, { x: second.x + 0.04, y: second.y + 0.25 });
  await expect.poll(async () => (await editor.kept('line')).fromY).toBeGreaterThan(before.fromY + 50);
  const moved = await editor.kept('line');
  expect(moved.toY - moved.fromY).toBe(before.toY - before.fromY);

  // The style panel restyles what is selected.
  await fyra.window.getByTestId('color-blue').click();
  await expect.poll(async () => (await editor.kept('ellipse')).color).toBe('blue');
  await editor.tool('redaction').click();
  await fyra.window.getByTestId('redaction-blur').click();
  await editor.drag({ x: 0.5, y: 0.75 }, { x: 0.6, y: 0.8 });
  await expect.poll(async () => (await editor.keptShapes()).at(-1)).toMatchObject({ kind: 'redaction', look: 'blur' });
});

test('a mark that comes near another one’s edge is laid along it, and with Alt it is not', async ({
  launch,
  folder,
}) => {
  const fyra = await launch();
  await openEditor(fyra, folder);
  const { captureEditor: editor, window } = fyra;
  await editor.draw('Rectangle', { x: 0.1, y: 0.2 }, { x: 0.2, y: 0.3 });
  await editor.drag({ x: 0.3, y: 0.5 }, { x: 0.4, y: 0.6 });
  await editor.tool('select').click();
  await expect.poll(() => editor.keptKinds()).toEqual(['rectangle', 'rectangle']);
  const boxes = async () => (await editor.keptShapes()).filter((shape) => shape.kind === 'rectangle');
  const [fixed, moved] = await boxes();
  if (!fixed || !moved) throw new Error('no boxes');
  const { width } = await editor.read();
  // By its left edge, four pixels beside the other one's.
  const near = { x: 0.3 + (fixed.x + 4 - moved.x) / width, y: 0.55 };
  await editor.drag({ x: 0.3, y: 0.55 }, near);
  await expect.poll(async () => (await boxes())[1]?.x).toBe(fixed.x);
  await editor.press('Control+z');
  await expect.poll(async () => (await boxes())[1]?.x).toBe(moved.x);
  await window.keyboard.down('Alt');
  await editor.drag({ x: 0.3, y: 0.55 }, near);
  await window.keyboard.up('Alt');
  await expect.poll(async () => (await boxes())[1]?.x).not.toBe(moved.x);
  expect((await boxes())[1]?.x).not.toBe(fixed.x);
});

test('a part of the picture is kept, by mouse and by keyboard, and all of it again', async ({ launch, folder }) => {
  const fyra = await launch();
  await openEditor(fyra, folder);
  const { captureEditor: editor } = fyra;
  const crop = async () => (await editor.read()).drawing.crop;
  const { width, height } = await editor.read();

  await editor.press('x');
  await editor.press('Shift+ArrowLeft', 'Shift+ArrowUp', 'ArrowRight');
  await expect(editor.spoken()).toContainText(`Frame: 10, 0, ${width - 10} × ${height - 10}`);
  await editor.press('Enter');
  await expect.poll(crop).toEqual({ x: 10, y: 0, width: width - 10, height: height - 10 });
  await editor.press('x', 'ArrowDown', 'Escape');
  await expect(editor.tool('select')).toHaveAttribute('aria-pressed', 'true');
  await editor.press('Control+z');
  await expect.poll(crop).toBeNull();

  await editor.tool('crop').click();
  await editor.drag({ x: 0.25, y: 0.25 }, { x: 0.75, y: 0.75 });
  await fyra.window.getByTestId('crop-apply').click();
  await expect.poll(async () => (await crop())?.width).toBeLessThan(width * 0.52);
  await editor.tool('crop').click();
  await fyra.window.getByTestId('crop-whole').click();
  await expect.poll(crop).toBeNull();
});

test('marks are carried to another picture, and a pasted address becomes the picture’s', async ({ launch, folder }) => {
  const fyra = await launch();
  await openEditor(fyra, folder);
  const { captureEditor: editor } = fyra;
  await editor.press('b', 'Enter', 'n', 'Enter', 'v', 'Control+a', 'Control+c', 'Control+v');
  await expect(editor.shapes()).toHaveCount(4);
  await editor.press('Control+x');
  await expect(editor.shapes()).toHaveCount(2);
  const ids = (await editor.keptShapes()).map(({ id }) => id);

  await openDraft(fyra, folder);
  await expect(editor.shapes()).toHaveCount(0);
  await editor.press('Control+v');
  await expect.poll(() => editor.keptKinds()).toEqual(['rectangle', 'step']);
  for (const { id } of await editor.keptShapes()) expect(ids).not.toContain(id);

  await fyra.app.electron.evaluate(({ clipboard }) => clipboard.writeText('https://kund.example/odoo/sales/42'));
  await editor.press('Control+v');
  await expect(editor.address()).toHaveValue('https://kund.example/odoo/sales/42');
  await expect.poll(async () => (await editor.read()).addressSource).toBe('typed');
});

test('the picture is zoomed about the pointer and moved by mouse and keyboard', async ({ launch, folder }) => {
  const fyra = await launch();
  await openEditor(fyra, folder);
  const { captureEditor: editor, window } = fyra;
  await editor.press('1');
  await expect(editor.zoomLevel()).toHaveText('100%');
  await editor.press('+', '+', '+');
  await expect(editor.zoomLevel()).toHaveText('195%');
  const scrolled = () => editor.pane().evaluate(({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop]);
  const start = await scrolled();
  await editor.press('Alt+ArrowRight', 'Alt+ArrowDown');
  await expect.poll(scrolled).toEqual([(start[0] ?? 0) + 80, (start[1] ?? 0) + 80]);

  const pane = await editor.pane().boundingBox();
  if (!pane) throw new Error('no pane');
  const pointer = { x: pane.x + 200, y: pane.y + 150 };
  await window.mouse.move(pointer.x, pointer.y);
  const under = async () => {
    const box = await editor.canvas().boundingBox();
    return box && Math.round(((pointer.x - box.x) / box.width) * 1000);
  };
  const before = await under();
  await window.keyboard.down('Control');
  await window.mouse.wheel(0, -200);
  await window.keyboard.up('Control');
  await expect(editor.zoomLevel()).not.toHaveText('195%');
  expect(await under()).toBe(before);

  const beforeDrag = await scrolled();
  await window.keyboard.down('Space');
  await expect(editor.pane()).toHaveAttribute('data-panning', 'true');
  await window.mouse.down();
  await window.mouse.move(pointer.x - 60, pointer.y - 40, { steps: 3 });
  await window.mouse.up();
  await window.keyboard.up('Space');
  expect(await scrolled()).toEqual([(beforeDrag[0] ?? 0) + 60, (beforeDrag[1] ?? 0) + 40]);
  await expect(editor.shapes()).toHaveCount(0);
  await editor.press('0');
  await expect.poll(scrolled).toEqual([0, 0]);
});

test('what was drawn and written survives the end of the app, by a kill and by closing the window', async ({
  launch,
  folder,
}) => {
  const first = await launch();
  await openEditor(first, folder);
  const place = await first.window.evaluate(() => window.location.hash.slice(1));
  await first.captureEditor.press('a', 'Enter');
  await first.window.getByTestId('title-field').fill('Fel moms');
  await first.captureEditor.writeMessage('Så ser det ut.');
  await expect.poll(async () => (await first.captureEditor.read()).message.text).toBe('Så ser det ut.');
  await first.app.kill();

  const second = await launch();
  await second.goTo(place);
  await expect(second.captureEditor.shapes()).toHaveText(['Arrow 1']);
  await expect(second.window.getByTestId('title-field')).toHaveValue('Fel moms');
  await expect(second.window.getByTestId('message-field')).toHaveValue('Så ser det ut.');
  await second.window.getByTestId('color-green').click();
  await second.captureEditor.press('n', 'Enter');
  await expect(second.captureEditor.shapes()).toHaveCount(2);
  await second.app.endBy(() => second.app.closeWindow());

  const third = await launch();
  await third.goTo(place);
  await expect(third.captureEditor.shapes()).toHaveText(['Arrow 1', 'Step 1']);
  await expect(third.window.getByTestId('color-green')).toHaveAttribute('aria-pressed', 'true');
  // Whoever only looks elsewhere finds also the way back.
  await third.captureEditor.press('b', 'Enter');
  await third.goTo('/sync');
  await third.goTo(place);
  await expect(third.captureEditor.shapes()).toHaveCount(3);
  await third.captureEditor.press('Control+z');
  await expect(third.captureEditor.shapes()).toHaveCount(2);
});

test('a drawing of a newer version is told of, and is written over only once somebody draws', async ({
  launch,
  folder,
}) => {
  const first = await launch();
  await openEditor(first, folder);
  const place = await first.window.evaluate(() => window.location.hash.slice(1));
  await first.app.kill();
  const newer = '{"version":3,"shapes":[]}';
  const database = new Database(join(folder, 'user-data', 'portals', 'practice', 'workbench.sqlite'));
  database.prepare('UPDATE screenshot SET drawing = ?').run(newer);

  const second = await launch();
  await second.goTo(place);
  const { captureEditor: editor } = second;
  await expect(editor.drawingProblem()).toContainText('A newer version of Fyra');
  const stored = () => database.prepare('SELECT drawing FROM screenshot').pluck().get();
  await second.window.getByTestId('title-field').fill('Fel moms');
  await expect.poll(async () => (await editor.read()).title).toBe('Fel moms');
  expect(stored()).toBe(newer);
  await editor.canvas().focus();
  await editor.press('a', 'Enter');
  await expect.poll(() => editor.keptKinds()).toEqual(['arrow']);
  await expect(editor.drawingProblem()).toBeHidden();
  database.close();
});

for (const { language, theme } of LOOKS) {
  test(`axe finds nothing in any state of the editor, ${theme}, ${language}`, async ({ launch, folder }) => {
    const fyra = await launch();
    await fyra.choose({ language, theme });
    await fyra.practise();
    await fyra.queue.open(TICKET);
    await openDraft(fyra, folder);
    const { captureEditor: editor, window } = fyra;
    const expectClean = async (what: string) => expect(await findings(window), what).toEqual([]);
    await expectClean('empty');
    for (const key of Object.values(DRAWING_KEYS)) await editor.press(key, 'Enter');
    await editor.press('Control+a');
    await expect(editor.shapes()).toHaveCount(KINDS.length);
    await expectClean('everything selected');
    await editor.press('t', 'Enter', 'A');
    await expect(editor.textField()).toBeFocused();
    await expectClean('writing');
    await editor.press('Escape', 'x');
    await expect(editor.tool('crop')).toHaveAttribute('aria-pressed', 'true');
    await expectClean('cropping');
    await editor.press('Escape', '?');
    await expect(window.getByRole('dialog')).toBeVisible();
    await expectClean('keys');
  });
}
