import type { Point } from '@core/capture/geometry';
import { haloWidthOn, lineWidthOn, type Size } from '@core/capture/mark-sizes';
import type { MarkStyle, ShapeOf } from '@core/capture/shapes';
import { MARK_SHADES } from './mark-shades';
import type { Pen } from './pen';

/** Strokes first the halo, then the mark itself. */
export function strokeWithHalo(pen: Pen, style: MarkStyle, picture: Size, stroke: () => void): void {
  const { ink, halo } = MARK_SHADES[style.color];
  const width = lineWidthOn(picture, style.weight);
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.strokeStyle = halo;
  pen.lineWidth = width + 2 * haloWidthOn(picture);
  stroke();
  pen.strokeStyle = ink;
  pen.lineWidth = width;
  stroke();
}

/** Strokes a straight line. */
export function strokeLine(pen: Pen, from: Point, to: Point): void {
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  pen.lineTo(to.x, to.y);
  pen.stroke();
}

/** Strokes a line drawn by hand, smoothed: it runs through the middles between the points and bends towards the points. */
export function strokeSmoothly(pen: Pen, points: readonly Point[]): void {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return;
  pen.beginPath();
  pen.moveTo(first.x, first.y);
  for (const [index, point] of points.entries()) {
    const next = points[index + 1];
    if (index === 0 || next === undefined) continue;
    pen.quadraticCurveTo(point.x, point.y, (point.x + next.x) / 2, (point.y + next.y) / 2);
  }
  pen.lineTo(last.x, last.y);
  pen.stroke();
}

/** Paints an arrow: its line up to the head, and the head. One without length is not to be seen. */
export function paintArrow(pen: Pen, arrow: ShapeOf<'arrow'>, picture: Size): void {
  const length = Math.hypot(arrow.toX - arrow.fromX, arrow.toY - arrow.fromY);
  if (length === 0) return;
  const along = { x: (arrow.toX - arrow.fromX) / length, y: (arrow.toY - arrow.fromY) / length };
  const head = Math.min(lineWidthOn(picture, arrow.weight) * 5, length);
  const neck = { x: arrow.toX - along.x * head, y: arrow.toY - along.y * head };
  const side = { x: -along.y * head * 0.5, y: along.x * head * 0.5 };
  strokeWithHalo(pen, arrow, picture, () => {
    strokeLine(pen, { x: arrow.fromX, y: arrow.fromY }, neck);
    pen.beginPath();
    pen.moveTo(arrow.toX, arrow.toY);
    pen.lineTo(neck.x + side.x, neck.y + side.y);
    pen.lineTo(neck.x - side.x, neck.y - side.y);
    pen.closePath();
    pen.stroke();
  });
  pen.fillStyle = MARK_SHADES[arrow.color].ink;
  pen.fill();
}
