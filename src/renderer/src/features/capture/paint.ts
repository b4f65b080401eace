import { assertNever } from '@core/assert-never';
import type { Banner } from '@core/capture/banner';
import { coveredPixels } from '@core/capture/covered-pixels';
import type { Shape } from '@core/capture/shapes';
import type { Size } from './shape-edits';

/** What painting needs of a canvas. The window's own canvases, an off-screen one and Konva's all have it. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineCap'
  | 'lineJoin'
  | 'fillRect'
  | 'strokeRect'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'closePath'
> & { fill(): void; stroke(): void };

/** What the banner needs beside. */
export type TextPen = Pen & Pick<CanvasRenderingContext2D, 'font' | 'textBaseline' | 'fillText'>;

/** What stands in the place of every redacted pixel. */
export const REDACTION_COLOR = '#1f2428';
const MARK_COLOR = '#d92d20';
/** Around every mark, so that it also stands out from a ground of its own colour. */
const HALO_COLOR = '#ffffff';
const BANNER_GROUND = '#f3f5f6';
const BANNER_TEXT = '#1f2428';
const BANNER_EDGE = '#8f979f';

/** How thick marks are drawn on a picture of this size: the same share of a large picture as of a small one. */
export function markWidthOn(picture: Size): number {
  return Math.max(3, Math.round(Math.max(picture.width, picture.height) / 400));
}

/** The banner's font at a size. Also for measuring: a text has to be measured in the font it is written in. */
export function bannerFont(fontPx: number): string {
  return `${fontPx}px system-ui, "Segoe UI", Cantarell, "Noto Sans", "Liberation Sans", sans-serif`;
}

/** Paints one shape, in pixels of the picture. */
export function paintShape(pen: Pen, shape: Shape, picture: Size): void {
  switch (shape.kind) {
    case 'redaction':
      paintRedaction(pen, shape, picture);
      break;
    case 'box':
      strokeWithHalo(pen, picture, () => pen.strokeRect(shape.x, shape.y, shape.width, shape.height));
      break;
    case 'arrow':
      paintArrow(pen, shape, picture);
      break;
    default:
      assertNever(shape);
  }
}

/** Every shape in the order of painting: redactions lie directly on the picture, marks on top of them. */
export function inPaintingOrder(shapes: readonly Shape[]): readonly Shape[] {
  const isRedaction = ({ kind }: Shape) => kind === 'redaction';
  return [...shapes.filter(isRedaction), ...shapes.filter((shape) => !isRedaction(shape))];
}

/** Whole pixels only: the edge of a rectangle between two pixels would be blended with what lies beneath. */
function paintRedaction(pen: Pen, shape: Extract<Shape, { kind: 'redaction' }>, picture: Size): void {
  const covered = coveredPixels(shape, picture);
  if (covered === null) return;
  pen.fillStyle = REDACTION_COLOR;
  pen.fillRect(covered.x, covered.y, covered.width, covered.height);
}

/** Strokes first the halo, then the mark itself. */
function strokeWithHalo(pen: Pen, picture: Size, stroke: () => void): void {
  const width = markWidthOn(picture);
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.strokeStyle = HALO_COLOR;
  pen.lineWidth = width * 2;
  stroke();
  pen.strokeStyle = MARK_COLOR;
  pen.lineWidth = width;
  stroke();
}

function paintArrow(pen: Pen, arrow: Extract<Shape, { kind: 'arrow' }>, picture: Size): void {
  const length = Math.hypot(arrow.toX - arrow.fromX, arrow.toY - arrow.fromY);
  if (length === 0) return;
  const along = { x: (arrow.toX - arrow.fromX) / length, y: (arrow.toY - arrow.fromY) / length };
  const head = Math.min(markWidthOn(picture) * 5, length);
  const neck = { x: arrow.toX - along.x * head, y: arrow.toY - along.y * head };
  const side = { x: -along.y * head * 0.5, y: along.x * head * 0.5 };
  strokeWithHalo(pen, picture, () => {
    pen.beginPath();
    pen.moveTo(arrow.fromX, arrow.fromY);
    pen.lineTo(neck.x, neck.y);
    pen.stroke();
    pen.beginPath();
    pen.moveTo(arrow.toX, arrow.toY);
    pen.lineTo(neck.x + side.x, neck.y + side.y);
    pen.lineTo(neck.x - side.x, neck.y - side.y);
    pen.closePath();
    pen.stroke();
  });
  pen.fillStyle = MARK_COLOR;
  pen.fill();
}

/** Paints the strip above the picture, its top left corner at 0, 0. */
export function paintBanner(pen: TextPen, banner: Banner, pictureWidth: number): void {
  pen.fillStyle = BANNER_GROUND;
  pen.fillRect(0, 0, pictureWidth, banner.heightPx);
  pen.fillStyle = BANNER_EDGE;
  pen.fillRect(0, banner.heightPx - 1, pictureWidth, 1);
  pen.fillStyle = BANNER_TEXT;
  pen.font = bannerFont(banner.fontPx);
  pen.textBaseline = 'middle';
  for (const [index, line] of banner.lines.entries()) {
    pen.fillText(line, banner.paddingPx, banner.paddingPx + (index + 0.5) * banner.lineHeightPx);
  }
}
