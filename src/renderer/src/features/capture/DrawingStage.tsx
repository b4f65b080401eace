import type { Rectangle } from '@core/capture/covered-pixels';
import { paintingSteps } from '@core/capture/painting-steps';
import type { PrivateText } from '@core/capture/private-texts';
import type { Dispatch, RefObject } from 'react';
import { Layer, Stage, Shape as StageShape } from 'react-konva';
import { CropDim } from './CropDim';
import { type EditorAction, type EditorState, selectedShapes, visibleShapes } from './editor-state';
import { ProposalMarks } from './ProposalMarks';
import { paintStep } from './paint';
import { Frame, SelectionMarks } from './SelectionMarks';
import { SnapGuides } from './SnapGuides';
import type { Scene } from './scene';
import { useStagePointer } from './use-stage-pointer';
import { useVisiblePart } from './use-visible-part';
import type { Zoom } from './use-zoom';

/** The redactions that are proposed, and the one that is talked about. */
export interface Proposals {
  readonly open: readonly PrivateText[];
  readonly pointed: PrivateText | null;
}

interface DrawingStageProps {
  readonly state: EditorState;
  readonly scene: Scene<CanvasImageSource>;
  /** The part of the picture that is shown, in its pixels. */
  readonly view: Rectangle;
  readonly zoom: Zoom;
  readonly canvasRef: RefObject<HTMLElement | null>;
  readonly proposals: Proposals;
  readonly dispatch: Dispatch<EditorAction>;
}

/** The shapes over the picture, and the mouse on them. Shapes are in pixels of the picture, the stage scales. */
export function DrawingStage({ state, scene, view, zoom, canvasRef, proposals, dispatch }: DrawingStageProps) {
  const { measures, cropFrame, writingId } = state;
  const { scale } = zoom;
  const part = useVisiblePart(zoom.paneRef, canvasRef, { width: view.width * scale, height: view.height * scale });
  const { band, guides, handlers } = useStagePointer({ state, view, scale, dispatch });
  // What is being written is shown by the field it is written in.
  const shapes = visibleShapes(state).filter(({ id }) => id !== writingId);
  const selected = cropFrame === null && writingId === null ? selectedShapes(state) : [];

  return (
    <div style={{ position: 'absolute', inset: 0, touchAction: 'none' }} {...handlers}>
      <Stage
        width={part.width}
        height={part.height}
        x={-part.x - view.x * scale}
        y={-part.y - view.y * scale}
        scaleX={scale}
        scaleY={scale}
        // Events are read off the element around it, which keeps the pointer beyond its edge.
        style={{ position: 'absolute', left: part.x, top: part.y, pointerEvents: 'none' }}
      >
        <Layer listening={false}>
          {/* By the routine that also paints what is sent. */}
          {paintingSteps(shapes).map((step) => (
            <StageShape key={step.key} sceneFunc={(pen) => paintStep(pen, step, scene)} />
          ))}
        </Layer>
        <Layer listening={false}>
          {cropFrame !== null && <CropDim frame={cropFrame} measures={measures} scale={scale} />}
          {cropFrame === null && <ProposalMarks proposals={proposals.open} pointed={proposals.pointed} scale={scale} />}
          <SelectionMarks shapes={selected} measures={measures} scale={scale} />
          <SnapGuides guides={guides} picture={measures.picture} scale={scale} />
          {band !== null && <Frame rectangle={band} scale={scale} isFilled />}
        </Layer>
      </Stage>
    </div>
  );
}
