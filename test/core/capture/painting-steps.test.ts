import { paintingSteps, stepNumbers } from '@core/capture/painting-steps';
import { DEFAULT_STYLE, type Shape } from '@core/capture/shapes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDrawing } from './any-drawing';

const step = (id: string): Shape => ({ id, kind: 'step', ...DEFAULT_STYLE, x: 1, y: 1 });
const redaction: Shape = { id: 'r', kind: 'redaction', look: 'blur', x: 0, y: 0, width: 9, height: 9 };
const callout: Shape = {
  id: 'c',
  kind: 'callout',
  ...DEFAULT_STYLE,
  x: 0,
  y: 0,
  width: 9,
  height: 9,
  toX: 20,
  toY: 20,
  magnification: 2,
};

describe('the steps of painting', () => {
  it('are redactions, call-outs, the redactions again, and marks', () => {
    const steps = paintingSteps([step('a'), callout, step('b'), redaction]);
    expect(steps.map(({ key }) => key)).toEqual(['under r', 'callout c', 'over r', 'mark a', 'mark b']);
  });

  it('redact once where there is no call-out', () => {
    expect(paintingSteps([step('a'), redaction]).map(({ key }) => key)).toEqual(['under r', 'mark a']);
  });

  it('never repeat a key, and leave no shape out', () => {
    fc.assert(
      fc.property(anyDrawing, ({ shapes }) => {
        const steps = paintingSteps(shapes);
        expect(new Set(steps.map(({ key }) => key)).size).toBe(steps.length);
        expect(new Set(steps.map(({ shape }) => shape))).toEqual(new Set(shapes));
      }),
    );
  });

  it('hand every redaction to every call-out', () => {
    for (const painted of paintingSteps([callout, redaction])) {
      if (painted.kind === 'callout') expect(painted.redactions).toEqual([redaction]);
    }
  });
});

describe('the number of a step', () => {
  it('is its place among the steps', () => {
    expect([...stepNumbers([redaction, step('b'), callout, step('a')])]).toEqual([
      ['b', 1],
      ['a', 2],
    ]);
  });
});
