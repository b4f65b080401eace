import type { Banner } from '@core/capture/banner';
import type { Measures } from '@core/capture/geometry';
import { keptPart } from '@core/capture/kept-part';
import type { Size } from '@core/capture/mark-sizes';
import { paintingSteps } from '@core/capture/painting-steps';
import type { Drawing } from '@core/capture/shapes';
import { measureMarkText } from './measure-text';
import { paintStep } from './paint';
import { paintBanner } from './paint-banner';
import type { MakeSurface, PicturePen } from './pen';
import { createSurfaces } from './surface';

/** What is put together: the untouched picture in its own size, what was drawn on it, and the strip above it. */
export interface ScreenDump<Image> {
  readonly image: Image;
  readonly picture: Size;
  readonly drawing: Drawing;
  /** Laid out for the width of what is kept of the picture. */
  readonly banner: Banner;
}

/** How large a screen dump is once it is put together, in pixels. */
export function flattenedSize({ picture, drawing, banner }: Omit<ScreenDump<unknown>, 'image'>): Size {
  const { width, height } = keptPart(drawing.crop, picture);
  return { width, height: height + banner.heightPx };
}

/**
 * Paints a screen dump on an empty canvas of its size: what is kept of the picture, over it redactions and marks, and the
 * strip above. It starts at the canvas's own pixels and moves by whole ones, so that a redaction's edges fall between
 * pixels and nothing shines through. The strip comes last: a mark that reaches out of the picture ends at it.
 */
export function paintScreenDump<Image>(
  pen: PicturePen<Image>,
  { image, picture, drawing, banner }: ScreenDump<Image>,
  { makeSurface, textWidth }: { makeSurface: MakeSurface<Image>; textWidth: Measures['textWidth'] },
): void {
  const kept = keptPart(drawing.crop, picture);
  const { x, y, width, height } = kept;
  const top = banner.heightPx;
  pen.drawImage(image, x, y, width, height, 0, top, width, height);
  pen.translate(-x, top - y);
  const scene = { image, imageSize: picture, measures: { picture, textWidth }, kept, makeSurface };
  for (const step of paintingSteps(drawing.shapes)) paintStep(pen, step, scene);
  pen.translate(x, y - top);
  paintBanner(pen, banner, width);
}

/** The picture that is sent, as a PNG in full size. What was redacted or cropped off is not in it. */
export async function flattenScreenDump(dump: ScreenDump<CanvasImageSource>): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height } = flattenedSize(dump);
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d', { alpha: false });
  if (pen === null) throw new Error('This window has no canvas to draw on');
  paintScreenDump(pen, dump, { makeSurface: createSurfaces(), textWidth: measureMarkText });
  const png = await canvas.convertToBlob({ type: 'image/png' });
  return new Uint8Array(await png.arrayBuffer());
}
