import { isInView, magnifyBy, moveView } from '@core/capture/callout-view';
import { DEFAULT_STYLE, type ShapeOf } from '@core/capture/shapes';
import { describe, expect, it } from 'vitest';

const measures = { picture: { width: 400, height: 300 }, textWidth: () => 0 };
const callout: ShapeOf<'callout'> = {
  id: 'c',
  kind: 'callout',
  ...DEFAULT_STYLE,
  x: 10,
  y: 10,
  width: 50,
  height: 40,
  toX: 100,
  toY: 120,
  magnification: 2,
};

describe('what a call-out shows enlarged', () => {
  it('lies where its corner is, as large as it enlarges', () => {
    expect(isInView({ x: 101, y: 121 }, callout)).toBe(true);
    expect(isInView({ x: 199, y: 199 }, callout)).toBe(true);
    expect(isInView({ x: 201, y: 199 }, callout)).toBe(false);
    expect(isInView({ x: 20, y: 20 }, callout)).toBe(false);
  });

  it('moves alone, and stays in the picture', () => {
    expect(moveView(callout, { x: 5, y: -20 }, measures)).toEqual({ ...callout, toX: 105, toY: 100 });
    expect(moveView(callout, { x: 999, y: -999 }, measures)).toEqual({ ...callout, toX: 300, toY: 0 });
  });

  it('stays in sight also where it is larger than the picture', () => {
    const large = { ...callout, width: 300, height: 200 };
    expect(moveView(large, { x: 999, y: 999 }, measures)).toMatchObject({ toX: 0, toY: 0 });
    expect(moveView(large, { x: -999, y: -999 }, measures)).toMatchObject({ toX: -200, toY: -100 });
  });

  it('enlarges more and less, within limits', () => {
    expect(magnifyBy(callout, 0.5).magnification).toBe(2.5);
    expect(magnifyBy(callout, 100).magnification).toBe(8);
    expect(magnifyBy(callout, -100).magnification).toBe(1.5);
  });
});
