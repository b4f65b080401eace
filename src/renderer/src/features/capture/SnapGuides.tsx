import type { Size } from '@core/capture/mark-sizes';
import type { Guides } from '@core/capture/snapping';
import { Line } from 'react-konva';

const GUIDE_COLOR = '#d6409f';

interface SnapGuidesProps {
  readonly guides: Guides;
  readonly picture: Size;
  /** Window pixels per picture pixel. */
  readonly scale: number;
}

/** The lines that what is being dragged lies along, over all of the picture. */
export function SnapGuides({ guides, picture, scale }: SnapGuidesProps) {
  const look = { stroke: GUIDE_COLOR, strokeWidth: 1 / scale, listening: false };
  return (
    <>
      {guides.x !== null && <Line points={[guides.x, 0, guides.x, picture.height]} {...look} />}
      {guides.y !== null && <Line points={[0, guides.y, picture.width, guides.y]} {...look} />}
    </>
  );
}
