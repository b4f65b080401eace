import { coveredPixels } from '@core/capture/covered-pixels';
import { mottleCellOn, type Size } from '@core/capture/mark-sizes';
import { mottledCells } from '@core/capture/mottle';
import type { ShapeOf } from '@core/capture/shapes';
import type { Pen } from './pen';

/** What stands in the place of every redacted pixel. */
export const REDACTION_COLOR = '#1f2428';

const SHADES = 16;
/** From the darkest to the lightest; all opaque. */
export const BLUR_COLORS: readonly string[] = Array.from({ length: SHADES }, (_, shade) => {
  const from = [164, 172, 180];
  const to = [226, 230, 233];
  const mix = (index: number) => {
    const [dark = 0, light = 0] = [from[index], to[index]];
    return Math.round(dark + ((light - dark) * shade) / (SHADES - 1));
  };
  return `rgb(${mix(0)}, ${mix(1)}, ${mix(2)})`;
});

/**
 * Paints a redaction. Whole pixels only: the edge of a rectangle between two pixels would be blended with what lies
 * beneath. The blur look lies over the solid colour and is as opaque; it only looks as if something shone through.
 */
export function paintRedaction(pen: Pen, shape: ShapeOf<'redaction'>, picture: Size): void {
  const covered = coveredPixels(shape, picture);
  if (covered === null) return;
  pen.fillStyle = REDACTION_COLOR;
  pen.fillRect(covered.x, covered.y, covered.width, covered.height);
  if (shape.look === 'solid') return;
  const right = covered.x + covered.width;
  const bottom = covered.y + covered.height;
  for (const { x, y, width, height, shade } of mottledCells(shape.id, covered, mottleCellOn(picture), SHADES)) {
    pen.fillStyle = BLUR_COLORS[shade] ?? REDACTION_COLOR;
    // Reaching under the next cells: on a scaled canvas the solid colour would show as a seam between them.
    pen.fillRect(x, y, Math.min(2 * width, right - x), Math.min(2 * height, bottom - y));
  }
}
