import type { Shape, ShapeOf } from '@core/capture/shapes';
import { type ScreenshotView, screenshotViewSchema } from '@ipc/screenshot-views';
import type { Locator, Page } from '@playwright/test';
import { z } from 'zod';

/** A place on the picture, as shares of the drawing area. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The picture that was taken, before it is filed. */
export class CaptureEditor {
  private screenshotId = '';

  constructor(private readonly window: Page) {}

  editor(): Locator {
    return this.window.getByTestId('capture-editor');
  }

  canvas(): Locator {
    return this.window.getByTestId('capture-canvas');
  }

  address(): Locator {
    return this.window.getByTestId('address-field');
  }

  /** From where the address in the field came. */
  addressSource(): Locator {
    return this.window.getByTestId('address-source');
  }

  /** Takes one of the addresses that are offered beside the field. */
  async takeOtherAddress(source: RegExp): Promise<void> {
    await this.window.getByTestId('other-addresses').click();
    await this.window.getByTestId('address-offers').getByText(source).click();
  }

  /** The strip above the picture, as it will be sent. */
  banner(): Locator {
    return this.window.getByTestId('banner-preview');
  }

  /** The pane that the picture is scrolled in. */
  pane(): Locator {
    return this.window.getByTestId('editor-pane');
  }

  /** A button of a tool, whatever the language. */
  tool(tool: string): Locator {
    return this.window.getByTestId(`tool-${tool}`);
  }

  /** The field that a text mark is written in. */
  textField(): Locator {
    return this.window.getByTestId('mark-text');
  }

  /** What is said to those who do not see the picture. */
  spoken(): Locator {
    return this.window.getByTestId('editor-spoken');
  }

  /** Whether what was drawn is on the disk. */
  draftState(): Locator {
    return this.window.getByTestId('draft-state');
  }

  /** The sentence about a drawing that could not be read. */
  drawingProblem(): Locator {
    return this.window.getByTestId('drawing-problem');
  }

  zoomLevel(): Locator {
    return this.editor().locator('output');
  }

  /** Chooses a tool by its name in English and drags with it over the picture. */
  async draw(tool: string, from: Place, to: Place): Promise<void> {
    await this.editor().getByRole('button', { name: tool, exact: true }).click();
    await this.drag(from, to);
  }

  /** Drags over the picture. */
  async drag(from: Place, to: Place): Promise<void> {
    await this.window.mouse.move(...(await this.at(from)));
    await this.window.mouse.down();
    await this.window.mouse.move(...(await this.at(to)), { steps: 6 });
    await this.window.mouse.up();
  }

  /** Clicks on the picture. */
  async click(place: Place, options: { count?: number; shift?: boolean } = {}): Promise<void> {
    if (options.shift === true) await this.window.keyboard.down('Shift');
    await this.window.mouse.click(...(await this.at(place)), { clickCount: options.count ?? 1 });
    if (options.shift === true) await this.window.keyboard.up('Shift');
  }

  /** Presses keys on the picture, one after the other. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.window.keyboard.press(key);
  }

  private async at({ x, y }: Place): Promise<readonly [number, number]> {
    const area = await this.canvas().boundingBox();
    if (!area) throw new Error('The picture is not in sight');
    return [area.x + area.width * x, area.y + area.height * y];
  }

  shapes(): Locator {
    return this.editor()
      .getByRole('region', { name: /^(Markings|Markeringar)$/ })
      .getByRole('listitem');
  }

  /** What was found in the picture that others should not see. */
  privateTexts(): Locator {
    return this.editor().getByTestId('private-text');
  }

  /** Redacts everything that was found. */
  async redactAllPrivateTexts(): Promise<void> {
    await this.editor().getByRole('button', { name: 'Redact all', exact: true }).click();
  }

  /** The button behind which the formats are. */
  exports() {
    return this.window.getByTestId('capture-export');
  }

  /** Opens the menu of formats. */
  async openExports(): Promise<void> {
    await this.exports().click();
    await this.window.getByTestId('export-png').waitFor();
  }

  async writeMessage(text: string): Promise<void> {
    await this.editor().getByLabel('Text with the picture (optional)').fill(text);
  }

  async save(): Promise<void> {
    await this.window.getByTestId('capture-save').click();
  }

  /** The untouched picture behind the drawing, as it is kept on this computer. */
  async originalPicture(): Promise<Buffer> {
    const { originalUrl } = await this.read();
    if (originalUrl === null) throw new Error('The original was shredded');
    const base64 = await this.window.evaluate(async (url) => {
      const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    }, originalUrl);
    return Buffer.from(base64, 'base64');
  }

  /** The pixels of the picture that lie wholly under its one redaction. */
  async redactedPart(): Promise<{ x: number; y: number; width: number; height: number }> {
    const { drawing } = await this.read();
    const redaction = drawing.shapes.find(({ kind }) => kind === 'redaction');
    if (redaction?.kind !== 'redaction') throw new Error('Nothing was redacted');
    const [left, right] = [redaction.x, redaction.x + redaction.width].sort((a, b) => a - b);
    const [top, bottom] = [redaction.y, redaction.y + redaction.height].sort((a, b) => a - b);
    if (left === undefined || right === undefined || top === undefined || bottom === undefined)
      throw new Error('empty');
    const [x, y] = [Math.ceil(left), Math.ceil(top)];
    return { x, y, width: Math.floor(right) - x, height: Math.floor(bottom) - y };
  }

  /** The shapes as they are on the disk. */
  async keptShapes(): Promise<readonly Shape[]> {
    return (await this.read()).drawing.shapes;
  }

  /** The kinds of what is drawn, as they are on the disk, the lowest first. */
  async keptKinds(): Promise<string[]> {
    return (await this.keptShapes()).map(({ kind }) => kind);
  }

  /** The one shape of a kind on the disk. */
  async kept<Kind extends Shape['kind']>(kind: Kind): Promise<ShapeOf<Kind>> {
    const isOfKind = (shape: Shape): shape is ShapeOf<Kind> => shape.kind === kind;
    const [shape, ...others] = (await this.keptShapes()).filter(isOfKind);
    if (shape === undefined || others.length > 0) throw new Error(`There is not exactly one ${kind}`);
    return shape;
  }

  /** The draft as it is on the disk. */
  async read(): Promise<ScreenshotView> {
    this.screenshotId = /#\/capture\/([0-9a-f-]+)/.exec(this.window.url())?.[1] ?? this.screenshotId;
    const reply = await this.window.evaluate(
      (id) => window.fyra.call('screenshot:read', { screenshotId: id }),
      this.screenshotId,
    );
    return z.object({ value: screenshotViewSchema }).parse(reply).value;
  }
}
