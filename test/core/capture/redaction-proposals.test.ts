import type { PrivateText } from '@core/capture/private-texts';
import { openProposals, redactionOf } from '@core/capture/redaction-proposals';
import { DEFAULT_STYLE } from '@core/capture/shapes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const PICTURE = { width: 400, height: 300 };
const at = (x: number, y: number, width = 50, height = 12): PrivateText => ({
  kind: 'phone-number',
  box: { x, y, width, height },
});

describe('proposed redactions', () => {
  it('are open until a redaction covers all of them', () => {
    const proposal = at(10, 10);
    const covering = redactionOf(proposal, 'a', 'solid', PICTURE);
    if (covering === null) throw new Error('in the picture');
    expect(openProposals([proposal, at(10, 40)], [covering], PICTURE)).toEqual([at(10, 40)]);
    expect(openProposals([proposal], [{ ...covering, width: 40 }], PICTURE)).toEqual([proposal]);
    const box = { id: 'b', kind: 'rectangle', ...DEFAULT_STYLE, x: 0, y: 0, width: 400, height: 300 } as const;
    expect(openProposals([proposal], [box], PICTURE)).toEqual([proposal]);
  });

  it('end at the edge of the picture', () => {
    expect(redactionOf(at(-5, 295, 20, 20), 'a', 'blur', PICTURE)).toEqual({
      id: 'a',
      kind: 'redaction',
      look: 'blur',
      x: 0,
      y: 295,
      width: 15,
      height: 5,
    });
    expect(redactionOf(at(500, 10), 'a', 'solid', PICTURE)).toBeNull();
    expect(openProposals([at(500, 10)], [], PICTURE)).toEqual([]);
  });

  it('are open no longer once they were accepted, wherever they lie', () => {
    const place = fc.integer({ min: -50, max: 450 });
    const side = fc.integer({ min: 1, max: 200 });
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place, side, side), { maxLength: 8 }), (boxes) => {
        const proposals = boxes.map(([x, y, width, height]) => at(x, y, width, height));
        const accepted = proposals.flatMap(
          (proposal, index) => redactionOf(proposal, `${index}`, 'solid', PICTURE) ?? [],
        );
        expect(openProposals(proposals, accepted, PICTURE)).toEqual([]);
      }),
    );
  });
});
