import { snapHandle, snapLinesOf, snapMove } from '@core/capture/snapping';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const picture = { width: 1_000, height: 800 };
const side = fc.integer({ min: 1, max: 400 });
const place = fc.integer({ min: 0, max: 900 });
const anyRectangle = fc.record({ x: place, y: place, width: side, height: side });
const anyMove = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) });
const anyReach = fc.integer({ min: 0, max: 20 });

describe('what is moved', () => {
  it('lies along the edge of another mark it comes near, and says so', () => {
    const lines = snapLinesOf([{ x: 100, y: 300, width: 50, height: 60 }], picture);
    const moved = snapMove({ x: 0, y: 0, width: 200, height: 20 }, { x: 97, y: 200 }, lines, 6);
    expect(moved).toEqual({ by: { x: 100, y: 200 }, guides: { x: 100, y: null } });
  });

  it('stays where it was laid along a middle that lies between two pixels', () => {
    const lines = snapLinesOf([{ x: 0, y: 0, width: 1, height: 67 }], picture);
    const bounds = { x: 0, y: 18, width: 1, height: 2 };
    const first = snapMove(bounds, { x: 0, y: 0 }, lines, 14);
    expect(first.by.y).toBe(14);
    expect(snapMove(bounds, first.by, lines, 14).by).toEqual(first.by);
  });

  it('is never moved further than the reach allows, and stays where it was laid', () => {
    fc.assert(
      fc.property(
        anyRectangle,
        fc.array(anyRectangle, { maxLength: 5 }),
        anyMove,
        anyReach,
        (bounds, others, by, reachPx) => {
          const lines = snapLinesOf(others, picture);
          const first = snapMove(bounds, by, lines, reachPx);
          expect(Math.abs(first.by.x - by.x)).toBeLessThanOrEqual(reachPx + 0.5);
          expect(Math.abs(first.by.y - by.y)).toBeLessThanOrEqual(reachPx + 0.5);
          const again = snapMove(bounds, first.by, lines, reachPx);
          expect(Math.abs(again.by.x - first.by.x)).toBeLessThanOrEqual(0.5);
          expect(Math.abs(again.by.y - first.by.y)).toBeLessThanOrEqual(0.5);
        },
      ),
    );
  });

  it('moves as it is pulled where nothing is near', () => {
    fc.assert(
      fc.property(anyMove, (by) => {
        const free = snapMove({ x: 10, y: 10, width: 5, height: 5 }, by, { x: [], y: [] }, 20);
        expect(free).toEqual({ by, guides: { x: null, y: null } });
      }),
    );
  });
});

describe('a handle', () => {
  it('snaps on the axes it moves, and on no other', () => {
    const lines = { x: [100], y: [200] };
    expect(snapHandle({ x: 103, y: 198 }, 'top', lines, 6)).toEqual({
      to: { x: 103, y: 200 },
      guides: { x: null, y: 200 },
    });
    expect(snapHandle({ x: 103, y: 198 }, 'bottom-left', lines, 6).to).toEqual({ x: 100, y: 200 });
    expect(snapHandle({ x: 103, y: 198 }, 'view', lines, 6).to).toEqual({ x: 103, y: 198 });
  });
});
