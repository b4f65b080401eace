import type { Banner } from '@core/capture/banner';
import type { Drawing } from '@core/capture/shapes';
import { inPaintingOrder, paintBanner, paintShape, type TextPen } from './paint';
import type { Size } from './shape-edits';

/** What is put together: the untouched picture in its own size, what was drawn on it, and the strip above it. */
export interface ScreenDump<Image> {
  readonly image: Image;
  readonly picture: Size;
  readonly drawing: Drawing;
  readonly banner: Banner;
}

/** A pen that can also paint pictures. */
export interface PicturePen<Image> extends TextPen {
  translate(x: number, y: number): void;
  drawImage(image: Image, x: number, y: number, width: number, height: number): void;
}

/**
 * Paints a screen dump: the strip, below it the picture, over it the redactions, and the marks last. It starts at the
 * canvas's own pixels and moves by whole ones, so that a redaction's edges fall between pixels and nothing shines through.
 */
export function paintScreenDump<Image>(pen: PicturePen<Image>, dump: ScreenDump<Image>): void {
  const { image, picture, drawing, banner } = dump;
  paintBanner(pen, banner, picture.width);
  pen.translate(0, banner.heightPx);
  pen.drawImage(image, 0, 0, picture.width, picture.height);
  for (const shape of inPaintingOrder(drawing.shapes)) paintShape(pen, shape, picture);
}

/** The picture that is sent, as a PNG in full size. What was redacted is not in it. */
export async function flattenScreenDump(dump: ScreenDump<CanvasImageSource>): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(dump.picture.width, dump.picture.height + dump.banner.heightPx);
  const pen = canvas.getContext('2d', { alpha: false });
  if (pen === null) throw new Error('This window has no canvas to draw on');
  paintScreenDump(pen, dump);
  const png = await canvas.convertToBlob({ type: 'image/png' });
  return new Uint8Array(await png.arrayBuffer());
}
