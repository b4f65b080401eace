import { describe, expect, it } from 'vitest';
import { moveSelection } from '../../src/renderer/src/features/queue/move-selection';

describe('moving through the queue', () => {
  it('goes one row down and up and stops at the ends', () => {
    expect(moveSelection('ArrowDown', 3, 5, 4)).toBe(4);
    expect(moveSelection('ArrowDown', 4, 5, 4)).toBe(4);
    expect(moveSelection('ArrowUp', 1, 5, 4)).toBe(0);
    expect(moveSelection('ArrowUp', 0, 5, 4)).toBe(0);
  });

  it('begins at the near end when nothing is selected', () => {
    expect(moveSelection('ArrowDown', -1, 5, 4)).toBe(0);
    expect(moveSelection('ArrowUp', -1, 5, 4)).toBe(4);
  });

  it('moves by pages and to the ends', () => {
    expect(moveSelection('PageDown', 0, 100, 10)).toBe(10);
    expect(moveSelection('PageUp', 5, 100, 10)).toBe(0);
    expect(moveSelection('End', 5, 100, 10)).toBe(99);
    expect(moveSelection('Home', 5, 100, 10)).toBe(0);
  });

  it('leaves other keys and an empty queue alone', () => {
    expect(moveSelection('x', 2, 5, 4)).toBeNull();
    expect(moveSelection('ArrowDown', -1, 0, 4)).toBeNull();
  });
});
