import type { Rectangle } from './covered-pixels';
import type { Size } from './mark-sizes';
import type { Crop } from './shapes';

/** What of a picture is shown and sent, in whole pixels of it: the crop as far as the picture reaches, or all of it. */
export function keptPart(crop: Crop | null, picture: Size): Rectangle {
  if (crop === null) return { x: 0, y: 0, width: picture.width, height: picture.height };
  // A crop that was stored for another picture still keeps one pixel: a picture of none cannot be painted.
  const x = Math.min(crop.x, picture.width - 1);
  const y = Math.min(crop.y, picture.height - 1);
  return {
    x,
    y,
    width: Math.min(crop.width, picture.width - x),
    height: Math.min(crop.height, picture.height - y),
  };
}
