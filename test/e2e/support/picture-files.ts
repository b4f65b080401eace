import type { Page } from '@playwright/test';
import { PNG } from 'pngjs';

/** A file as a person has it. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A PNG of one colour. */
export function plainPng(width: number, height: number): Buffer {
  const png = new PNG({ width, height });
  png.data.fill(0xcc);
  return PNG.sync.write(png);
}

/** The same picture in another format, made by the window's own encoder. */
export async function encoded(
  window: Page,
  type: 'image/jpeg' | 'image/webp',
  width = 40,
  height = 30,
): Promise<Buffer> {
  const base64 = await window.evaluate(
    async ([format, wide, high]) => {
      const canvas = new OffscreenCanvas(wide, high);
      const pen = canvas.getContext('2d');
      if (pen === null) throw new Error('no canvas');
      pen.fillStyle = '#2a7';
      pen.fillRect(0, 0, wide, high);
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: format })).arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    },
    [type, width, height] as const,
  );
  return Buffer.from(base64, 'base64');
}

/** Lets files fall onto a place, or be pasted there, as the system hands them to the window. */
export async function give(
  window: Page,
  how: 'drop' | 'paste',
  selector: string,
  files: readonly GivenFile[],
): Promise<void> {
  await window.getByTestId('picture-inlet').waitFor({ state: 'attached' });
  await window
    .locator(selector)
    .first()
    .evaluate(
      (target, [kind, given]) => {
        const transfer = new DataTransfer();
        for (const { name, base64 } of given) {
          const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
          transfer.items.add(new File([bytes], name));
        }
        const options = { bubbles: true, cancelable: true };
        if (kind === 'paste') {
          target.dispatchEvent(new ClipboardEvent('paste', { ...options, clipboardData: transfer }));
          return;
        }
        target.dispatchEvent(new DragEvent('dragover', { ...options, dataTransfer: transfer }));
        target.dispatchEvent(new DragEvent('drop', { ...options, dataTransfer: transfer }));
      },
      [how, files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') }))] as const,
    );
}
