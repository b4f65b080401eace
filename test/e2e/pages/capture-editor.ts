import { screenshotViewSchema } from '@ipc/views';
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

  /** The strip above the picture, as it will be sent. */
  banner(): Locator {
    return this.window.getByTestId('banner-preview');
  }

  /** Chooses a tool and drags with it over the picture. */
  async draw(tool: 'Arrow' | 'Box' | 'Redact', from: Place, to: Place): Promise<void> {
    await this.editor().getByRole('button', { name: tool, exact: true }).click();
    const area = await this.canvas().boundingBox();
    if (!area) throw new Error('The picture is not in sight');
    const at = ({ x, y }: Place) => [area.x + area.width * x, area.y + area.height * y] as const;
    await this.window.mouse.move(...at(from));
    await this.window.mouse.down();
    await this.window.mouse.move(...at(to), { steps: 6 });
    await this.window.mouse.up();
  }

  shapes(): Locator {
    return this.editor().getByRole('region', { name: 'Markings' }).getByRole('listitem');
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

  private async read() {
    this.screenshotId = /#\/capture\/([0-9a-f-]+)/.exec(this.window.url())?.[1] ?? this.screenshotId;
    const reply = await this.window.evaluate(
      (id) => window.fyra.call('screenshot:read', { screenshotId: id }),
      this.screenshotId,
    );
    return z.object({ value: screenshotViewSchema }).parse(reply).value;
  }
}
