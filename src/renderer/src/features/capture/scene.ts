import type { Rectangle } from '@core/capture/covered-pixels';
import type { Measures } from '@core/capture/geometry';
import type { Size } from '@core/capture/mark-sizes';
import type { MakeSurface } from './pen';

/** What is painted on, beside the pen. All shapes are in pixels of the picture, whatever the image's own size is. */
export interface Scene<Image> {
  /** The untouched picture, or a smaller image of it. */
  readonly image: Image;
  /** The image's own pixels. */
  readonly imageSize: Size;
  readonly measures: Measures;
  /** What of the picture is kept, in its pixels: a call-out shows nothing that was cropped off. */
  readonly kept: Rectangle;
  readonly makeSurface: MakeSurface<Image>;
}
