import { assertNever } from '@core/assert-never';
import type { PaintingStep } from '@core/capture/painting-steps';
import { paintCallout } from './paint-callout';
import { paintMark } from './paint-marks';
import { paintRedaction } from './paint-redaction';
import type { PicturePen } from './pen';
import type { Scene } from './scene';

/** Paints one step of a drawing, in pixels of the picture. The editor's canvas and what is sent are painted by it. */
export function paintStep<Image>(pen: PicturePen<Image>, step: PaintingStep, scene: Scene<Image>): void {
  switch (step.kind) {
    case 'redaction':
      paintRedaction(pen, step.shape, scene.measures.picture);
      break;
    case 'callout':
      paintCallout(pen, step.shape, step.redactions, scene);
      break;
    case 'mark':
      paintMark(pen, step.shape, step.number, scene.measures);
      break;
    default:
      assertNever(step);
  }
}
