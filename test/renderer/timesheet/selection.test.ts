import { describe, expect, it } from 'vitest';
import {
  choose,
  chosenExactly,
  keepExisting,
  NOTHING_CHOSEN,
} from '../../../src/renderer/src/features/timesheet/selection';
import { lineId } from './samples';

const [one, two, three, four] = [lineId(1), lineId(2), lineId(3), lineId(4)];
const order = [one, two, three, four];

describe('choosing lines', () => {
  it('takes one instead of all others', () => {
    const chosen = choose(chosenExactly([one, two]), three, 'only', order);
    expect([...chosen.chosenIds]).toEqual([three]);
    expect(chosen.activeId).toBe(three);
  });

  it('takes one more, or one fewer', () => {
    const two_ = choose(chosenExactly([one]), three, 'toggle', order);
    expect([...two_.chosenIds]).toEqual([one, three]);
    const back = choose(two_, one, 'toggle', order);
    expect([...back.chosenIds]).toEqual([three]);
    expect(back.activeId).toBe(one);
  });

  it('takes everything from the anchor to here, in either direction, and again from the same anchor', () => {
    const anchored = choose(NOTHING_CHOSEN, two, 'only', order);
    const down = choose(anchored, four, 'range', order);
    expect([...down.chosenIds]).toEqual([two, three, four]);
    const up = choose(down, one, 'range', order);
    expect([...up.chosenIds]).toEqual([one, two]);
    expect(up.activeId).toBe(one);
  });

  it('takes a single line as a range when there is no anchor, or none in sight', () => {
    expect([...choose(NOTHING_CHOSEN, two, 'range', order).chosenIds]).toEqual([two]);
    expect([...choose(chosenExactly([lineId(9)]), two, 'range', order).chosenIds]).toEqual([two]);
  });

  it('forgets lines that are gone, and is the same object when none is', () => {
    const chosen = chosenExactly([one, two]);
    expect(keepExisting(chosen, new Set(order))).toBe(chosen);
    const left = keepExisting(chosen, new Set([two, three]));
    expect(left).toEqual({ activeId: null, anchorId: null, chosenIds: new Set([two]) });
  });
});
