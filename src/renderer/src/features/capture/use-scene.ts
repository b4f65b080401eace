import type { Measures } from '@core/capture/geometry';
import { keptPart } from '@core/capture/kept-part';
import type { Crop } from '@core/capture/shapes';
import { useMemo, useState } from 'react';
import type { Scene } from './scene';
import { createSurfaces } from './surface';

/** What the editor paints on: the picture that is shown, and what is kept of it. */
export function useScene(image: HTMLImageElement, measures: Measures, crop: Crop | null): Scene<CanvasImageSource> {
  const [makeSurface] = useState(createSurfaces);
  return useMemo(
    () => ({
      image,
      imageSize: { width: image.naturalWidth, height: image.naturalHeight },
      measures,
      kept: keptPart(crop, measures.picture),
      makeSurface,
    }),
    [image, measures, crop, makeSurface],
  );
}
