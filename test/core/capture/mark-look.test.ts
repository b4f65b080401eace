import { commonLook, lookOf, restyle } from '@core/capture/mark-look';
import { DEFAULT_STYLE, type Shape } from '@core/capture/shapes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyShape } from './any-drawing';

const step: Shape = { id: 's', kind: 'step', ...DEFAULT_STYLE, x: 1, y: 2 };
const redaction: Shape = { id: 'r', kind: 'redaction', look: 'solid', x: 1, y: 2, width: 3, height: 4 };

describe('the look of a mark', () => {
  it('is colour and weight, and of a redaction how it covers', () => {
    expect(lookOf(step)).toEqual({ color: 'red', weight: 'medium' });
    expect(lookOf(redaction)).toEqual({ redaction: 'solid' });
  });

  it('changes in the parts that it has', () => {
    expect(restyle(step, { color: 'blue', redaction: 'blur' })).toEqual({ ...step, color: 'blue' });
    expect(restyle(redaction, { color: 'blue', redaction: 'blur' })).toEqual({ ...redaction, look: 'blur' });
    expect(restyle(redaction, { color: 'blue' })).toEqual(redaction);
  });

  it('taken from a shape and given to it changes nothing', () => {
    fc.assert(
      fc.property(anyShape, (shape) => {
        expect(restyle(shape, lookOf(shape))).toEqual(shape);
      }),
    );
  });
});

describe('the look that several marks have in common', () => {
  it('leaves out what differs', () => {
    expect(commonLook([step, { ...step, color: 'blue' }, redaction])).toEqual({ weight: 'medium', redaction: 'solid' });
  });

  it('is nothing where nothing is selected', () => {
    expect(commonLook([])).toEqual({});
  });
});
