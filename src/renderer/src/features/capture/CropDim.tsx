import { handlesOfCrop } from '@core/capture/crop-frame';
import type { Measures } from '@core/capture/geometry';
import type { Crop } from '@core/capture/shapes';
import { Shape as StageShape } from 'react-konva';
import { Frame, Handles } from './SelectionMarks';

const SHADE = 'rgba(15, 18, 20, 0.6)';

interface CropDimProps {
  readonly frame: Crop;
  readonly measures: Measures;
  /** Window pixels per picture pixel. */
  readonly scale: number;
}

/** The frame around what is kept of the picture, and a shade over all the rest. */
export function CropDim({ frame, measures, scale }: CropDimProps) {
  const { picture } = measures;
  return (
    <>
      <StageShape
        sceneFunc={(pen) => {
          pen.fillStyle = SHADE;
          pen.fillRect(0, 0, picture.width, frame.y);
          pen.fillRect(0, frame.y, frame.x, frame.height);
          pen.fillRect(frame.x + frame.width, frame.y, picture.width - frame.x - frame.width, frame.height);
          pen.fillRect(0, frame.y + frame.height, picture.width, picture.height - frame.y - frame.height);
        }}
      />
      <Frame rectangle={frame} scale={scale} />
      <Handles handles={handlesOfCrop(frame, measures)} scale={scale} />
    </>
  );
}
