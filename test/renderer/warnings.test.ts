import { ticketIdSchema } from '@core/ids';
import type { WarningView } from '@ipc/timer-views';
import { describe, expect, it } from 'vitest';
import { addWarning, dismissWarning } from '../../src/renderer/src/features/timer/warnings';

const ONE = ticketIdSchema.parse('0198f000-0001-7000-8000-000000000001');
const OTHER = ticketIdSchema.parse('0198f000-0001-7000-8000-000000000002');

function makeWarning(ticketId: WarningView['ticketId'], thresholdPermille: number): WarningView {
  return { ticketId, ticketNumber: 'S-1', thresholdPermille, countedSeconds: 0, leftSeconds: 0 };
}

describe('warnings in the window', () => {
  it('let only the latest of a ticket speak, in its old place', () => {
    const shown = [makeWarning(ONE, 750), makeWarning(OTHER, 750)];
    const after = addWarning(shown, makeWarning(ONE, 875));
    expect(after.map(({ ticketId, thresholdPermille }) => [ticketId, thresholdPermille])).toEqual([
      [ONE, 875],
      [OTHER, 750],
    ]);
  });

  it('stay until they are dismissed', () => {
    const shown = addWarning([], makeWarning(ONE, 1000));
    expect(shown).toHaveLength(1);
    expect(dismissWarning(shown, OTHER)).toHaveLength(1);
    expect(dismissWarning(shown, ONE)).toEqual([]);
  });
});
