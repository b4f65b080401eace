import { useEffect, useRef } from 'react';
import type { Point } from './region-selection';

/** Pixels of the picture from the middle to each side. */
const REACH_PX = 8;
const SIDE_PX = 2 * REACH_PX + 1;
/** Units of the window for each pixel. */
const ENLARGED = 9;
const SIZE = SIDE_PX * ENLARGED;
/** From the pointer to the glass: far enough not to lie on what is aimed at. */
const AWAY = 24;
const LABEL_HEIGHT = 28;

interface MagnifierProps {
  readonly image: HTMLImageElement;
  /** The point that is looked at, in pixels of the picture. */
  readonly at: Point;
  /** Where that point is in the window. */
  readonly place: Point;
  readonly view: { readonly width: number; readonly height: number };
  readonly label: string;
}

/** The pixels around the pointer, enlarged, with the one that is aimed at in a frame. It keeps within the window. */
export function Magnifier({ image, at, place, view, label }: MagnifierProps) {
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const x = Math.min(Math.floor(at.x), image.naturalWidth - 1);
  const y = Math.min(Math.floor(at.y), image.naturalHeight - 1);
  useEffect(() => {
    const pen = canvasRef.current?.getContext('2d');
    if (!pen) return;
    pen.imageSmoothingEnabled = false;
    pen.fillStyle = '#1f2428';
    pen.fillRect(0, 0, SIZE, SIZE);
    pen.drawImage(image, x - REACH_PX, y - REACH_PX, SIDE_PX, SIDE_PX, 0, 0, SIZE, SIZE);
    const corner = REACH_PX * ENLARGED;
    pen.fillStyle = 'rgb(255 255 255 / 35%)';
    pen.fillRect(corner, 0, ENLARGED, corner);
    pen.fillRect(corner, corner + ENLARGED, ENLARGED, corner);
    pen.fillRect(0, corner, corner, ENLARGED);
    pen.fillRect(corner + ENLARGED, corner, corner, ENLARGED);
    pen.strokeStyle = '#1f2428';
    pen.strokeRect(corner - 0.5, corner - 0.5, ENLARGED + 1, ENLARGED + 1);
  }, [image, x, y]);
  const left = place.x + AWAY + SIZE > view.width ? place.x - AWAY - SIZE : place.x + AWAY;
  const whole = SIZE + LABEL_HEIGHT;
  const top = place.y + AWAY + whole > view.height ? place.y - AWAY - whole : place.y + AWAY;
  return (
    <div className="region-magnifier" data-testid="region-magnifier" style={{ left, top, width: SIZE }}>
      <canvas ref={canvasRef} width={SIZE} height={SIZE} aria-hidden />
      <output className="region-magnifier-label">{label}</output>
    </div>
  );
}
