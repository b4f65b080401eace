import type { Rectangle } from '@core/capture/covered-pixels';
import { fullBoundsOf, type Handle, handlesOf, type Measures } from '@core/capture/geometry';
import type { Shape, ShapeKind } from '@core/capture/shapes';
import { Rect } from 'react-konva';

const HANDLE_PX = 9;
/** On every picture, in both themes: petrol with a white edge. */
const ACCENT = '#1f7480';
const EDGE = '#ffffff';
const BAND_GROUND = 'rgba(31, 116, 128, 0.15)';

const SHOWN_BY_HANDLES: ReadonlySet<ShapeKind> = new Set(['arrow', 'line', 'rectangle', 'redaction', 'callout']);
/** So that the frame does not lie on the mark's own line, in pixels of the window. */
const FRAME_GAP_PX = 4;

interface SelectionMarksProps {
  readonly shapes: readonly Shape[];
  readonly measures: Measures;
  /** Window pixels per picture pixel. */
  readonly scale: number;
}

/** The frames of the selected shapes, and the handles of one that is selected alone. They are equally large at every zoom. */
export function SelectionMarks({ shapes, measures, scale }: SelectionMarksProps) {
  const [only, ...others] = shapes;
  return (
    <>
      {shapes
        // Its handles show well enough where one line or rectangle is, and a frame would lie on it.
        .filter(({ kind }) => others.length > 0 || !SHOWN_BY_HANDLES.has(kind))
        .map((shape) => (
          <Frame key={shape.id} rectangle={grown(fullBoundsOf(shape, measures), FRAME_GAP_PX / scale)} scale={scale} />
        ))}
      {only !== undefined && others.length === 0 && <Handles handles={handlesOf(only, measures)} scale={scale} />}
    </>
  );
}

function grown({ x, y, width, height }: Rectangle, by: number): Rectangle {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/** A dashed frame that stands out from every ground. */
export function Frame(props: { readonly rectangle: Rectangle; readonly scale: number; readonly isFilled?: boolean }) {
  const { rectangle, scale, isFilled } = props;
  const dash = [5 / scale, 3 / scale];
  return (
    <>
      <Rect
        {...rectangle}
        stroke={EDGE}
        strokeWidth={3 / scale}
        {...(isFilled === true ? { fill: BAND_GROUND } : {})}
      />
      <Rect {...rectangle} stroke={ACCENT} strokeWidth={1.5 / scale} dash={dash} />
    </>
  );
}

/** What is dragged to change something's size. */
export function Handles({ handles, scale }: { readonly handles: readonly Handle[]; readonly scale: number }) {
  const size = HANDLE_PX / scale;
  return handles.map(({ name, x, y }) => (
    <Rect
      key={name}
      x={x - size / 2}
      y={y - size / 2}
      width={size}
      height={size}
      cornerRadius={2 / scale}
      fill={EDGE}
      stroke={ACCENT}
      strokeWidth={1.5 / scale}
    />
  ));
}
