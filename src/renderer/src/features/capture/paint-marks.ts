import { assertNever } from '@core/assert-never';
import { boundsOf, type Measures } from '@core/capture/geometry';
import {
  fontPxOn,
  haloWidthOn,
  lineHeightOf,
  markerWidthOn,
  type Size,
  stepRadiusOn,
  textPaddingOf,
} from '@core/capture/mark-sizes';
import type { Mark } from '@core/capture/painting-steps';
import type { ShapeOf } from '@core/capture/shapes';
import { markFont } from './mark-fonts';
import { MARK_SHADES, MARKER_OPACITY } from './mark-shades';
import { paintArrow, strokeLine, strokeSmoothly, strokeWithHalo } from './paint-lines';
import type { Pen } from './pen';

const FULL_TURN = 2 * Math.PI;
/** How high digits are, as a share of their font's size: they have no descenders, and stand in the middle by this. */
const DIGIT_HEIGHT = 0.72;

/** Paints a mark. `number` is what stands in a step. */
export function paintMark(pen: Pen, mark: Mark, number: number | null, measures: Measures): void {
  const { picture } = measures;
  switch (mark.kind) {
    case 'arrow':
      paintArrow(pen, mark, picture);
      break;
    case 'line':
      strokeWithHalo(pen, mark, picture, () =>
        strokeLine(pen, { x: mark.fromX, y: mark.fromY }, { x: mark.toX, y: mark.toY }),
      );
      break;
    case 'rectangle':
      strokeWithHalo(pen, mark, picture, () => pen.strokeRect(mark.x, mark.y, mark.width, mark.height));
      break;
    case 'ellipse':
      strokeWithHalo(pen, mark, picture, () => strokeEllipse(pen, mark));
      break;
    case 'freehand':
      strokeWithHalo(pen, mark, picture, () => strokeSmoothly(pen, mark.points));
      break;
    case 'marker':
      paintMarker(pen, mark, picture);
      break;
    case 'text':
      paintText(pen, mark, measures);
      break;
    case 'step':
      paintStepMark(pen, mark, number ?? 1, picture);
      break;
    default:
      assertNever(mark);
  }
}

function strokeEllipse(pen: Pen, { x, y, width, height }: ShapeOf<'ellipse'>): void {
  pen.beginPath();
  pen.ellipse(x + width / 2, y + height / 2, Math.abs(width / 2), Math.abs(height / 2), 0, 0, FULL_TURN);
  pen.stroke();
}

/** One stroke: where the line crosses itself it is no darker. Dark and light grounds both let their writing through. */
function paintMarker(pen: Pen, marker: ShapeOf<'marker'>, picture: Size): void {
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.strokeStyle = MARK_SHADES[marker.color].marker;
  pen.lineWidth = markerWidthOn(picture, marker.weight);
  pen.globalAlpha = MARKER_OPACITY;
  strokeSmoothly(pen, marker.points);
  pen.globalAlpha = 1;
}

/** On a ground of its own, so that it can be read whatever it lies on. */
function paintText(pen: Pen, mark: ShapeOf<'text'>, measures: Measures): void {
  if (mark.text.trim() === '') return;
  const { ink, halo } = MARK_SHADES[mark.color];
  const fontPx = fontPxOn(measures.picture, mark.weight);
  const lineHeight = lineHeightOf(fontPx);
  const padding = textPaddingOf(fontPx);
  const ground = boundsOf(mark, measures);
  pen.fillStyle = halo;
  pen.fillRect(ground.x, ground.y, ground.width, ground.height);
  pen.fillStyle = ink;
  pen.font = markFont(fontPx);
  pen.textBaseline = 'middle';
  pen.textAlign = 'left';
  for (const [index, line] of mark.text.split('\n').entries()) {
    pen.fillText(line, mark.x + padding, mark.y + padding + (index + 0.5) * lineHeight);
  }
}

function paintStepMark(pen: Pen, step: ShapeOf<'step'>, number: number, picture: Size): void {
  const { ink, halo } = MARK_SHADES[step.color];
  const radius = stepRadiusOn(picture, step.weight);
  const circle = (circleRadius: number) => {
    pen.beginPath();
    pen.arc(step.x, step.y, circleRadius, 0, FULL_TURN);
    pen.fill();
  };
  pen.fillStyle = halo;
  circle(radius);
  pen.fillStyle = ink;
  circle(radius - haloWidthOn(picture));
  // Three digits and more are written smaller, so that they stay in the circle.
  const digits = String(number);
  const fontPx = Math.round((radius * 1.2) / Math.max(1, digits.length / 2));
  pen.fillStyle = halo;
  pen.font = markFont(fontPx);
  pen.textBaseline = 'alphabetic';
  pen.textAlign = 'center';
  pen.fillText(digits, step.x, step.y + (fontPx * DIGIT_HEIGHT) / 2);
}
