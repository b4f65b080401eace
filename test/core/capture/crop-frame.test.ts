import { cropBetween, dragCropHandle, handlesOfCrop, moveCrop, resizeCrop } from '@core/capture/crop-frame';
import { type Crop, cropSchema } from '@core/capture/shapes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const measures = { picture: { width: 400, height: 300 }, textWidth: () => 0 };
const frame: Crop = { x: 100, y: 100, width: 200, height: 100 };

describe('a frame to crop', () => {
  it('is drawn in any direction', () => {
    const drawn = { x: 10, y: 20, width: 30, height: 40 };
    expect(cropBetween({ x: 10, y: 20 }, { x: 40, y: 60 }, frame, measures)).toEqual(drawn);
    expect(cropBetween({ x: 40, y: 60 }, { x: 10, y: 20 }, frame, measures)).toEqual(drawn);
  });

  it('stays as it was where nothing was drawn', () => {
    expect(cropBetween({ x: 10, y: 20 }, { x: 10, y: 60 }, frame, measures)).toEqual(frame);
  });

  it('has eight handles, and what lies opposite of one stays', () => {
    expect(handlesOfCrop(frame, measures)).toHaveLength(8);
    expect(dragCropHandle(frame, 'left', { x: 50, y: 0 }, measures)).toEqual({ ...frame, x: 50, width: 250 });
    expect(dragCropHandle(frame, 'bottom-right', { x: 180, y: 150 }, measures)).toEqual({
      ...frame,
      width: 80,
      height: 50,
    });
  });

  it('moves up to the edges of the picture', () => {
    expect(moveCrop(frame, { x: -500, y: 500 }, measures)).toEqual({ ...frame, x: 0, y: 200 });
  });

  it('grows up to the edges of the picture and shrinks down to one pixel', () => {
    expect(resizeCrop(frame, { x: 500, y: 10 }, measures)).toEqual({ ...frame, width: 300, height: 110 });
    expect(resizeCrop(frame, { x: -500, y: -500 }, measures)).toEqual({ ...frame, width: 1, height: 1 });
  });

  it('is a part of the picture, whatever is done with it', () => {
    const point = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) });
    const act = fc.oneof(
      point.map((by) => (crop: Crop) => moveCrop(crop, by, measures)),
      point.map((by) => (crop: Crop) => resizeCrop(crop, by, measures)),
      fc.tuple(point, point).map(
        ([from, to]) =>
          (crop: Crop) =>
            cropBetween(from, to, crop, measures),
      ),
      fc.tuple(fc.constantFrom('top-left' as const, 'right' as const, 'bottom' as const), point).map(
        ([name, to]) =>
          (crop: Crop) =>
            dragCropHandle(crop, name, to, measures),
      ),
    );
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        const after = acts.reduce((crop, run) => run(crop), frame);
        expect(cropSchema.parse(after)).toEqual(after);
        expect(after.x + after.width).toBeLessThanOrEqual(400);
        expect(after.y + after.height).toBeLessThanOrEqual(300);
      }),
    );
  });
});
