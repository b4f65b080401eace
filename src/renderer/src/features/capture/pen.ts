import type { Size } from '@core/capture/mark-sizes';

/** What painting needs of a canvas. The window's own canvases, an off-screen one and Konva's all have it. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'strokeStyle'
  | 'globalAlpha'
  | 'lineWidth'
  | 'lineCap'
  | 'lineJoin'
  | 'font'
  | 'textBaseline'
  | 'textAlign'
  | 'fillRect'
  | 'strokeRect'
  | 'fillText'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'quadraticCurveTo'
  | 'arc'
  | 'ellipse'
  | 'closePath'
  | 'translate'
> & { fill(): void; stroke(): void };

/** A pen that also paints pictures. */
export interface PicturePen<Image> extends Pen {
  drawImage(
    image: Image,
    fromX: number,
    fromY: number,
    fromWidth: number,
    fromHeight: number,
    toX: number,
    toY: number,
    toWidth: number,
    toHeight: number,
  ): void;
}

/** A canvas beside the one that is painted on: what was painted with its pen is then painted as a picture. */
export interface Surface<Image> {
  readonly pen: PicturePen<Image>;
  readonly image: Image;
}

/** Answers an empty canvas of a size in pixels. The one that it answered before may be gone then. */
export type MakeSurface<Image> = (size: Size) => Surface<Image>;
