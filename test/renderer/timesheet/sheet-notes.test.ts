import { describe, expect, it } from 'vitest';
import { notesOf } from '../../../src/renderer/src/features/timesheet/sheet-notes';
import { day, line, NO_TOTALS, timer } from './samples';

const DATE = '2026-11-25';

describe('the sentences below the sums', () => {
  it('are none where every sum speaks for itself', () => {
    const hour = day(DATE, [line(1, DATE, ['08:00-09:00'])]);
    expect(notesOf([hour], { ...NO_TOTALS, workedSeconds: 3600, chargedMinutes: 60 })).toEqual([]);
    expect(notesOf([day(DATE, [])], NO_TOTALS)).toEqual([]);
  });

  it('say why more or less is charged than was worked', () => {
    const short = day(DATE, [line(1, DATE, ['08:00-08:22'])]);
    expect(notesOf([short], { ...NO_TOTALS, chargedMinutes: 30 })).toEqual([
      { kind: 'charged-more', workedMinutes: 22, chargedMinutes: 30 },
    ]);
    expect(notesOf([short], { ...NO_TOTALS, chargedMinutes: 0 })).toEqual([
      { kind: 'charged-less', workedMinutes: 22, chargedMinutes: 0 },
    ]);
  });

  it('leave out of the comparison what is not chargeable, and what waits for the customer', () => {
    const lines = [
      line(1, DATE, ['08:00-10:00'], { heldSeconds: 3600, holdReason: 'unapproved', sync: 'waiting' }),
      line(2, DATE, ['10:00-11:00'], { verdict: 'included' }),
      line(3, DATE, ['11:00-12:00'], { verdict: 'always-separate' }),
    ];
    const notes = notesOf([day(DATE, lines)], { ...NO_TOTALS, chargedMinutes: 120, unapprovedSeconds: 3600 });
    expect(notes).toEqual([{ kind: 'unapproved', seconds: 3600 }]);
  });

  it('keep apart what the customer has not approved and what no pack pays for', () => {
    const lines = [
      line(1, DATE, ['08:00-09:00'], { heldSeconds: 600, holdReason: 'unapproved', verdict: 'always-separate' }),
      line(2, DATE, ['09:00-10:00'], { heldSeconds: 1200, holdReason: 'pack-empty' }),
    ];
    const notes = notesOf([day(DATE, lines)], { ...NO_TOTALS, chargedMinutes: 90, unapprovedSeconds: 1800 });
    expect(notes).toEqual([
      { kind: 'unapproved', seconds: 600 },
      { kind: 'pack-empty', seconds: 1200 },
    ]);
  });

  it('say what is in no other sum, and what keeps lines here', () => {
    const lines = [
      line(1, DATE, ['08:00-09:00'], { verdict: 'undecided', sync: 'needs-description' }),
      line(2, DATE, ['09:00-10:00'], { verdict: 'not-charged', sync: 'needs-description' }),
      line(3, DATE, 40, { verdict: 'included', sync: 'too-short' }),
      line(4, DATE, ['10:00-11:00'], { verdict: 'included', sync: 'parked' }),
      line(5, DATE, ['10:30-11:00'], {
        verdict: 'included',
        sync: 'held',
        heldSeconds: 1800,
        holdReason: 'overlap',
      }),
      line(6, DATE, 2700, { verdict: 'not-charged', sync: 'kept-here' }),
    ];
    const notes = notesOf([day(DATE, lines, { timers: [timer(2, DATE, ['13:00-13:30'])] })], NO_TOTALS);
    expect(notes).toEqual([
      { kind: 'held-overlap', seconds: 1800 },
      { kind: 'no-verdict', seconds: 3600 },
      { kind: 'needs-description', count: 2 },
      { kind: 'parked', count: 1 },
      { kind: 'too-short', count: 1 },
      { kind: 'kept-here', seconds: 2700 },
      { kind: 'timers-apart' },
    ]);
  });
});
