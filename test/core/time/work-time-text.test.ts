import {
  type ClockRange,
  formatWorkTime,
  parseWorkTime,
  type WorkDuration,
  type WorkTime,
  type WorkTimeProblem,
} from '@core/time/work-time-text';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** A duration in minutes. */
function minutes(count: number): WorkDuration {
  return { kind: 'duration', seconds: count * 60 };
}

function clock(from: string, to: string): ClockRange {
  const minuteOfDay = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  return { kind: 'clock-range', fromMinute: minuteOfDay(from), toMinute: minuteOfDay(to) };
}

function read(text: string): WorkTime | WorkTimeProblem {
  const parsed = parseWorkTime(text);
  return parsed.ok ? parsed.value : parsed.failure;
}

describe('a duration', () => {
  it.each([
    ['1:30', 90],
    ['01:30', 90],
    [':45', 45],
    ['0:45', 45],
    ['1:30 h', 90],
    ['1:30 tim', 90],
    ['24:00', 1440],
    ['1,5h', 90],
    ['1.5 h', 90],
    ['1,5 timmar', 90],
    ['1.25 hours', 75],
    ['0,1h', 6],
    ['1½ h', 90],
    ['1 ½ timme', 90],
    ['½ tim', 30],
    ['¾h', 45],
    ['90m', 90],
    ['90 min', 90],
    ['90 MIN.', 90],
    ['90 minuter', 90],
    ['1 minut', 1],
    ['1440 min', 1440],
    ['2h', 120],
    ['2 tim', 120],
    ['1 timme', 60],
    ['2 hrs', 120],
    ['1h30', 90],
    ['1h 5', 65],
    ['1h30m', 90],
    ['1 h 30 min', 90],
    ['1 tim. 30 min.', 90],
    ['1 timme och 30 minuter', 90],
    ['1 hour and 30 minutes', 90],
    ['2 h, 5 min', 125],
    ['  1\u00a0h\u202f30 ', 90],
  ])('is read from %s', (text, count) => {
    expect(read(text)).toEqual(minutes(count));
  });

  it.each([
    ['45 s', 45],
    ['45 sek', 45],
    ['1:30:15', 5415],
    ['1 h 30 min 15 s', 5415],
    ['0,5 min', 30],
    ['1,333 h', 4799],
    ['0,00014 h', 1],
  ])('has seconds in %s, rounded once', (text, seconds) => {
    expect(read(text)).toEqual({ kind: 'duration', seconds });
  });
});

describe('a range of the clock', () => {
  it.each([
    ['9:15-10:45', '09:15', '10:45'],
    ['9.15-10.45', '09:15', '10:45'],
    ['0915-1045', '09:15', '10:45'],
    ['915-1045', '09:15', '10:45'],
    ['9-10.30', '09:00', '10:30'],
    ['9-10', '09:00', '10:00'],
    ['09:15 – 10:45', '09:15', '10:45'],
    ['9:15—10:45', '09:15', '10:45'],
    ['9:15−10:45', '09:15', '10:45'],
    ['kl 9-10', '09:00', '10:00'],
    ['kl. 9.15 - kl. 10.45', '09:15', '10:45'],
    ['Klockan 9 till 10:30', '09:00', '10:30'],
    ['från 9 till 10', '09:00', '10:00'],
    ['from 9 to 10:30', '09:00', '10:30'],
    ['0-24', '00:00', '24:00'],
    ['23:30-24:00', '23:30', '24:00'],
  ])('is read from %s', (text, from, to) => {
    expect(read(text)).toEqual(clock(from, to));
  });
});

describe('a bare number', () => {
  it.each([
    ['90', [90]],
    ['1,5', [90]],
    ['1.30', [78, 90]],
    ['1,25', [75, 85]],
    ['2', [120, 2]],
    ['12', [720, 12]],
    ['15', [15, 900]],
    ['130', [130, 90]],
    ['480', [480]],
    ['½', [30]],
  ])('is not guessed at: %s can mean so many minutes', (text, meanings) => {
    expect(read(text)).toEqual({ kind: 'unit-missing', proposals: meanings.map(minutes) });
  });
});

describe('what cannot be read', () => {
  it.each<[string, WorkTimeProblem['kind']]>([
    ['', 'empty'],
    [' \t', 'empty'],
    ['1:5', 'two-digits-needed'],
    ['1:30:5', 'two-digits-needed'],
    ['9:1-10', 'two-digits-needed'],
    ['9-10.3', 'two-digits-needed'],
    ['1:60', 'minutes-over-59'],
    ['1h90', 'minutes-over-59'],
    ['1 h 60 min', 'minutes-over-59'],
    ['1 min 75 s', 'minutes-over-59'],
    ['9:75-10', 'no-such-clock-time'],
    ['25-26', 'no-such-clock-time'],
    ['23-24:01', 'no-such-clock-time'],
    ['9 pm', 'clock-of-12-hours'],
    ['9am-10.30am', 'clock-of-12-hours'],
    ['9:15 a.m.', 'clock-of-12-hours'],
    ['9:15-', 'range-incomplete'],
    ['-10:45', 'range-incomplete'],
    ['9 till', 'range-incomplete'],
    ['0915', 'range-incomplete'],
    ['10-9', 'end-not-after-start'],
    ['9:15-9:15', 'end-not-after-start'],
    ['22-06', 'end-not-after-start'],
    ['24-24', 'end-not-after-start'],
    ['0 min', 'too-short'],
    ['0:00', 'too-short'],
    ['0', 'too-short'],
    ['0,0001 h', 'too-short'],
    ['24:01', 'too-long'],
    ['25h', 'too-long'],
    ['1441 min', 'too-long'],
    ['5000', 'too-long'],
    ['abc', 'not-a-time'],
    ['-5 min', 'not-a-time'],
    ['-', 'not-a-time'],
    ['och 30 min', 'not-a-time'],
    ['30 min 1 h', 'not-a-time'],
    ['1 h 1 h', 'not-a-time'],
    ['1,5 h 30 min', 'not-a-time'],
    ['30 min 15', 'not-a-time'],
    ['1:30 min', 'not-a-time'],
    ['2026-11-23', 'not-a-time'],
    ['9-10-11', 'not-a-time'],
    ['1e3 min', 'unit-unknown'],
    ['1234567 min', 'not-a-time'],
    [`${'1 h '.repeat(20)}`, 'not-a-time'],
  ])('circumstances: typed-duration: %j says why: %s', (text, kind) => {
    expect(read(text)).toMatchObject({ kind });
  });

  it('names the unit it does not know', () => {
    expect(read('2 dagar')).toEqual({ kind: 'unit-unknown', unit: 'dagar' });
  });
});

const durations = fc.integer({ min: 1, max: 86_400 }).map((seconds): WorkTime => ({ kind: 'duration', seconds }));
const ranges = fc.tuple(fc.nat({ max: 1439 }), fc.nat({ max: 1439 })).map(
  ([some, other]): WorkTime => ({
    kind: 'clock-range',
    fromMinute: Math.min(some, other),
    toMinute: Math.max(some, other) + 1,
  }),
);

describe('any work time', () => {
  it('circumstances: typed-duration: is read back from what it is written as', () => {
    fc.assert(
      fc.property(fc.oneof(durations, ranges), (time) => {
        expect(read(formatWorkTime(time))).toEqual(time);
      }),
    );
  });

  it('is the same in every way to write it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1440 }), (count) => {
        const hours = Math.floor(count / 60);
        const rest = count % 60;
        const spellings = [`${count}m`, `${count} minuter`, `${hours}:${String(rest).padStart(2, '0')}`];
        if (hours > 0) spellings.push(`${hours}h${rest}`, `${hours} tim ${rest} min`, `${hours} h and ${rest} min`);
        for (const text of spellings) expect([text, read(text)]).toEqual([text, minutes(count)]);
      }),
    );
  });
});

it('answers any text with a valid time or a reason', () => {
  const pieces = fc.constantFrom(
    '1',
    '30',
    '0915',
    ':',
    '.',
    ',',
    '-',
    '–',
    ' ',
    'h',
    'min',
    'tim',
    'och',
    '½',
    'kl',
    'x',
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const parsed = parseWorkTime(text);
      if (!parsed.ok) {
        if (parsed.failure.kind === 'unit-missing') expect(parsed.failure.proposals).not.toEqual([]);
        return;
      }
      const time = parsed.value;
      expect(time.kind === 'duration' ? time.seconds : time.toMinute - time.fromMinute).toBeGreaterThan(0);
      expect(time.kind === 'duration' ? time.seconds / 60 : time.toMinute).toBeLessThanOrEqual(1440);
      expect(read(formatWorkTime(time))).toEqual(time);
    }),
    { numRuns: 1000 },
  );
});
