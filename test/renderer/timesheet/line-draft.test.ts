import { describe, expect, it } from 'vitest';
import {
  changesNothing,
  draftOf,
  emptyDraft,
  intervalsOfDraft,
  isTimeTyped,
  toAddRequest,
  toEditRequest,
} from '../../../src/renderer/src/features/timesheet/form/line-draft';
import { readTime } from '../../../src/renderer/src/features/timesheet/time-reading';
import { line, lineId, stretch, ticketId } from './samples';

const DATE = '2026-11-25';
const NEXT = '2026-11-26';

const edit = (of: ReturnType<typeof line>, changes: object) => {
  const draft = { ...draftOf(of), ...changes };
  return toEditRequest(draft, of, readTime(draft.timeText, draft.date), false);
};

describe('a new line', () => {
  const draft = { ...emptyDraft(DATE, '9-10'), target: { kind: 'ticket' as const, ticketId: ticketId(1) } };

  it('is asked for once it has a ticket and a time', () => {
    expect(toAddRequest(draft, readTime(draft.timeText, DATE), true)).toEqual({
      target: { kind: 'ticket', ticketId: ticketId(1) },
      date: DATE,
      time: { kind: 'intervals', intervals: [stretch(DATE, '09:00-10:00')] },
      description: '',
      kindOfWork: 'general-user-support',
      cutOverlaps: true,
    });
    expect(toAddRequest(emptyDraft(DATE, '9-10'), readTime('9-10', DATE), false)).toBeNull();
    expect(toAddRequest(draft, readTime('', DATE), false)).toBeNull();
  });

  it('of an activity is internal work', () => {
    const meeting = { ...draft, target: { kind: 'activity' as const, activity: 'meeting' as const } };
    expect(toAddRequest(meeting, readTime('30m', DATE), false)).toMatchObject({
      target: { kind: 'activity', activity: 'meeting' },
      kindOfWork: 'internal',
    });
  });
});

describe('a changed line', () => {
  const whole = line(1, DATE, ['09:00-10:00']);
  const parted = line(2, DATE, ['09:00-10:00', '10:30-11:00']);

  it('asks for what is different and nothing else', () => {
    expect(edit(whole, { description: ' Something else ' })).toEqual({
      lineId: lineId(1),
      cutOverlaps: false,
      description: 'Something else',
    });
    expect(edit(whole, { date: NEXT })).toEqual({ lineId: lineId(1), cutOverlaps: false, date: NEXT });
    const same = edit(whole, {});
    expect(same && changesNothing(same)).toBe(true);
  });

  it('keeps its time to the second until a time is typed', () => {
    const exact = line(1, DATE, [], {
      intervals: [{ ...stretch(DATE, '09:00-10:00'), durationMs: 3_595_000 }],
      workedSeconds: 3595,
    });
    expect(isTimeTyped(draftOf(exact), exact)).toBe(false);
    expect(edit(exact, {})).not.toHaveProperty('time');
    expect(edit(exact, { timeText: '9-9:30' })).toMatchObject({
      time: { kind: 'intervals', intervals: [stretch(DATE, '09:00-09:30')] },
    });
  });

  it('keeps several stretches until a time is typed', () => {
    expect(edit(parted, {})).not.toHaveProperty('time');
    expect(edit(parted, { timeText: '2h' })).toMatchObject({ time: { kind: 'duration', workedSeconds: 7200 } });
  });

  it('is not asked for while its time cannot be read', () => {
    expect(edit(whole, { timeText: 'soon' })).toBeNull();
  });

  it('would be worked at the same times of the day on another date', () => {
    const moved = { ...draftOf(parted), date: NEXT };
    expect(intervalsOfDraft(moved, parted, readTime(moved.timeText, NEXT))).toEqual([
      stretch(NEXT, '09:00-10:00'),
      stretch(NEXT, '10:30-11:00'),
    ]);
    expect(intervalsOfDraft(draftOf(parted), parted, readTime('1:30', DATE))).toBeNull();
  });

  it('takes internal work along to a ticket as the most usual kind', () => {
    const meeting = line(3, DATE, 1800, { ticketId: null, activity: 'meeting', kindOfWork: 'internal' });
    expect(edit(meeting, { target: { kind: 'ticket', ticketId: ticketId(4) } })).toMatchObject({
      target: { kind: 'ticket', ticketId: ticketId(4) },
      kindOfWork: 'general-user-support',
    });
  });
});
