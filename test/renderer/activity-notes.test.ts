import { describe, expect, it } from 'vitest';
import { createActivityNotes } from '../../src/renderer/src/api/activity-notes';

describe('notes of activity', () => {
  it('tell of typing on one ticket once in 20 seconds, and of everything else each time', () => {
    const sent: string[] = [];
    let now = 0;
    const note = createActivityNotes(
      (ticketId, kind) => sent.push(`${ticketId} ${kind} ${now}`),
      () => now,
    );
    for (now = 0; now <= 40_000; now += 5_000) note('one', 'typed');
    now = 41_000;
    note('other', 'typed');
    note('one', 'opened');
    note('one', 'opened');
    note('one', 'captured');
    expect(sent).toEqual([
      'one typed 0',
      'one typed 20000',
      'one typed 40000',
      'other typed 41000',
      'one opened 41000',
      'one opened 41000',
      'one captured 41000',
    ]);
  });
});
