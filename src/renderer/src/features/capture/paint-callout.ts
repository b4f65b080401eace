import { connectorBetween, enlargedPart } from '@core/capture/callout-parts';
import { coveredPixels, type Rectangle } from '@core/capture/covered-pixels';
import { boundsOf, viewOf } from '@core/capture/geometry';
import type { ShapeOf } from '@core/capture/shapes';
import { MARK_SHADES } from './mark-shades';
import { strokeLine, strokeWithHalo } from './paint-lines';
import { paintRedaction } from './paint-redaction';
import type { PicturePen, Surface } from './pen';
import type { Scene } from './scene';

/** Paints a call-out: a frame around what it enlarges, a line to its view, and the view with its border. */
export function paintCallout<Image>(
  pen: PicturePen<Image>,
  callout: ShapeOf<'callout'>,
  redactions: readonly ShapeOf<'redaction'>[],
  scene: Scene<Image>,
): void {
  const { measures, kept } = scene;
  const source = boundsOf(callout, measures);
  const view = viewOf(callout);
  const stroke = (draw: () => void) => strokeWithHalo(pen, callout, measures.picture, draw);
  const connector = connectorBetween(source, view);
  if (connector !== null) stroke(() => strokeLine(pen, connector.from, connector.to));
  stroke(() => pen.strokeRect(source.x, source.y, source.width, source.height));

  pen.fillStyle = MARK_SHADES[callout.color].halo;
  pen.fillRect(view.x, view.y, view.width, view.height);
  const part = enlargedPart(source, view, kept);
  const area = part && coveredPixels(part.from, measures.picture);
  if (part !== null && area !== null) {
    const { from, to } = part;
    const { image } = redactedPart(area, redactions, scene);
    pen.drawImage(image, from.x - area.x, from.y - area.y, from.width, from.height, to.x, to.y, to.width, to.height);
  }
  stroke(() => pen.strokeRect(view.x, view.y, view.width, view.height));
}

/**
 * A part of the picture, in its own pixels, with what is redacted gone. It is enlarged only afterwards: enlarging blends
 * neighbouring pixels, and the ones beside a redaction would take something from beneath it.
 */
function redactedPart<Image>(
  area: Rectangle,
  redactions: readonly ShapeOf<'redaction'>[],
  { image, imageSize, measures, makeSurface }: Scene<Image>,
): Surface<Image> {
  const { picture } = measures;
  const surface = makeSurface(area);
  const across = imageSize.width / picture.width;
  const down = imageSize.height / picture.height;
  surface.pen.drawImage(
    image,
    area.x * across,
    area.y * down,
    area.width * across,
    area.height * down,
    0,
    0,
    area.width,
    area.height,
  );
  surface.pen.translate(-area.x, -area.y);
  for (const redaction of redactions) paintRedaction(surface.pen, redaction, picture);
  return surface;
}
