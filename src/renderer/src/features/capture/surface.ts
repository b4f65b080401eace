import type { MakeSurface } from './pen';

/** Makes surfaces for the browser's canvases. There is one canvas, which is emptied and used again. */
export function createSurfaces(): MakeSurface<CanvasImageSource> {
  const canvas = new OffscreenCanvas(1, 1);
  const pen = canvas.getContext('2d', { alpha: false });
  if (pen === null) throw new Error('There is no canvas to draw on');
  return ({ width, height }) => {
    // Setting its size empties a canvas and forgets every transformation.
    canvas.width = width;
    canvas.height = height;
    return { pen, image: canvas };
  };
}
