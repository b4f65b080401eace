import type { Instant } from '@core/time/instant';
import { findOverrun, planOverrunEnd } from '@core/timer/overrun';
import { computeTimerIntervals, workedMs } from '@core/timer/timer-intervals';
import type { ClockReading, TimerEvent } from '@core/timer/timer-log';
import { describe, expect, it } from 'vitest';
import { calendarWithHolidays, HOUR, MINUTE, SECOND, stockholm } from '../builders';
import { awayBegan, awayEnded, confirmed, gapFound, paused, resumed, started, stopped } from './logs';

const FIRST = stockholm('2026-11-20 00:00');
/** The reading at which Stockholm's clocks show this. */
function at(text: string): ClockReading {
  const wall = stockholm(text);
  return { wall, monotonicMs: wall - FIRST, bootId: 'boot-1' };
}

const calendar = calendarWithHolidays('2026-11-25');

function find(log: TimerEvent[], now: string, lastActivity = now) {
  return findOverrun({ events: log, lastActivity: at(lastActivity), now: at(now), calendar });
}

const MONDAY = '2026-11-23';
const timerSince = (text: string) => [started(at(text))];

describe('a timer that was started during service hours', () => {
  const log = timerSince(`${MONDAY} 16:30`);

  it('is asked about when they ended an hour ago', () => {
    expect(find(log, `${MONDAY} 18:59:59.999`)).toBeNull();
    expect(find(log, `${MONDAY} 19:00`)?.reason).toBe('after-hours');
  });

  it('is asked about on the next day too', () => {
    expect(find(log, '2026-11-24 03:00')?.reason).toBe('after-hours');
  });

  it.each([
    ['after they ended', `${MONDAY} 18:00`, '2026-11-24 03:59'],
    ['on a Sunday', '2026-11-22 12:00', '2026-11-22 21:59'],
    ['on a holiday', '2026-11-25 12:00', '2026-11-25 21:59'],
  ])('is not asked about for ten hours when it was started %s', (_when, start, now) => {
    expect(find(timerSince(start), now)).toBeNull();
  });

  it('counts from before they begin in the morning', () => {
    expect(find(timerSince(`${MONDAY} 06:00`), `${MONDAY} 19:00`)).not.toBeNull();
  });

  it('is not asked about while it is paused or stopped', () => {
    expect(find([...log, paused(at(`${MONDAY} 17:00`))], `${MONDAY} 19:00`)).toBeNull();
    expect(find([...log, stopped(at(`${MONDAY} 17:00`))], `${MONDAY} 19:00`)).toBeNull();
    expect(find([], `${MONDAY} 19:00`)).toBeNull();
  });

  it('goes by the day on which it was resumed', () => {
    const evening = [...log, paused(at(`${MONDAY} 17:00`)), resumed(at(`${MONDAY} 20:00`))];
    expect(find(evening, `${MONDAY} 20:30`)).toBeNull();
    const nextDay = [...log, paused(at(`${MONDAY} 17:00`)), resumed(at('2026-11-24 09:00'))];
    expect(find(nextDay, '2026-11-24 18:30')).toBeNull();
    expect(find(nextDay, '2026-11-24 19:00')).not.toBeNull();
  });
});

describe('ten hours of work', () => {
  const log = timerSince('2026-11-22 08:00');

  it('are asked about on any day', () => {
    expect(find(log, '2026-11-22 18:00')).toBeNull();
    expect(find(log, '2026-11-22 18:00:00.001')?.reason).toBe('too-long');
  });

  it('are not made of time nobody knows to be work', () => {
    const withGap = [...log, gapFound(at('2026-11-22 09:00'), at('2026-11-22 11:00'))];
    expect(find(withGap, '2026-11-22 19:59')).toBeNull();
    expect(find(withGap, '2026-11-22 20:01')).not.toBeNull();
  });

  it('begin anew with a pause', () => {
    const withPause = [...log, paused(at('2026-11-22 12:00')), resumed(at('2026-11-22 12:30'))];
    expect(find(withPause, '2026-11-22 19:00')).toBeNull();
    expect(find(withPause, '2026-11-22 22:31')).not.toBeNull();
  });

  it('include what was said to have been worked before the start', () => {
    expect(find([started(at('2026-11-22 09:00'), HOUR)], '2026-11-22 18:01')).not.toBeNull();
  });
});

describe('a timer that was confirmed', () => {
  it('is asked about again after two hours', () => {
    const log = [...timerSince(`${MONDAY} 16:30`), confirmed(at(`${MONDAY} 19:10`))];
    expect(find(log, `${MONDAY} 21:09`)).toBeNull();
    expect(find(log, `${MONDAY} 21:10`)).not.toBeNull();
  });
});

describe('the proposed end', () => {
  const log = timerSince(`${MONDAY} 16:30`);
  const endOf = (events: TimerEvent[], now: string, lastActivity = now) =>
    find(events, now, lastActivity)?.proposedEnd.wall;

  it('is the last moment of activity', () => {
    expect(endOf(log, `${MONDAY} 19:10`, `${MONDAY} 19:06`)).toBe(stockholm(`${MONDAY} 19:06`));
  });

  it('is not later than now', () => {
    expect(endOf(log, `${MONDAY} 19:10`, `${MONDAY} 19:20`)).toBe(stockholm(`${MONDAY} 19:10`));
  });

  it('is the beginning of an absence that goes on', () => {
    const awaySince = (text: string) => [...log, awayBegan(at(`${MONDAY} ${text}`))];
    expect(endOf(awaySince('17:20'), `${MONDAY} 19:10`)).toBe(stockholm(`${MONDAY} 17:20`));
    expect(endOf(awaySince('18:55'), `${MONDAY} 19:10`)).toBe(stockholm(`${MONDAY} 18:55`));
  });

  const overnight = [...log, awayBegan(at(`${MONDAY} 17:20`), 'lock'), awayEnded(at('2026-11-24 08:00'))];

  it('is the evening before, for whoever has only just come back in the morning', () => {
    expect(endOf(overnight, '2026-11-24 08:09')).toBe(stockholm(`${MONDAY} 17:20`));
    expect(endOf(overnight, '2026-11-24 08:11')).toBe(stockholm('2026-11-24 08:11'));
  });

  it('is not the beginning of a short break', () => {
    const coffee = [...log, awayBegan(at(`${MONDAY} 18:45`)), awayEnded(at(`${MONDAY} 18:58`))];
    expect(endOf(coffee, `${MONDAY} 19:00`)).toBe(stockholm(`${MONDAY} 19:00`));
  });

  it('is the end of the last finished work where that came after the activity', () => {
    const coffee = [...log, awayBegan(at(`${MONDAY} 19:10`)), awayEnded(at(`${MONDAY} 19:30`))];
    expect(endOf(coffee, `${MONDAY} 19:40`, `${MONDAY} 19:00`)).toBe(stockholm(`${MONDAY} 19:10`));
    const kept: TimerEvent = {
      kind: 'unknown-decided',
      at: at(`${MONDAY} 19:31`),
      unknownFrom: stockholm(`${MONDAY} 19:10`),
      decision: 'keep',
    };
    expect(endOf([...coffee, kept], `${MONDAY} 19:40`, `${MONDAY} 19:00`)).toBe(stockholm(`${MONDAY} 19:30`));
    expect(endOf([...coffee, kept], `${MONDAY} 19:40`)).toBe(stockholm(`${MONDAY} 19:40`));
  });

  describe('once it is agreed to', () => {
    const accept = (events: TimerEvent[], now: string, lastActivity = now) => {
      const overrun = find(events, now, lastActivity);
      if (!overrun) throw new Error('nothing to ask');
      return computeTimerIntervals([...events, ...planOverrunEnd(events, overrun, at(now))], at('2026-11-24 12:00'));
    };

    it.each<[string, TimerEvent[], string, string, Instant]>([
      ['the last activity', log, `${MONDAY} 19:10`, `${MONDAY} 19:06`, stockholm(`${MONDAY} 19:06`)],
      [
        'an absence that goes on',
        [...log, awayBegan(at(`${MONDAY} 17:20`))],
        `${MONDAY} 19:10`,
        `${MONDAY} 17:20`,
        stockholm(`${MONDAY} 17:20`),
      ],
      [
        'the end of finished work',
        [...log, awayBegan(at(`${MONDAY} 19:10`)), awayEnded(at(`${MONDAY} 19:30`))],
        `${MONDAY} 19:40`,
        `${MONDAY} 19:00`,
        stockholm(`${MONDAY} 19:10`),
      ],
      ['an absence overnight', overnight, '2026-11-24 08:05', '2026-11-24 08:05', stockholm(`${MONDAY} 17:20`)],
    ])('ends the timer at %s, and nothing after that is asked about', (_what, events, now, lastActivity, end) => {
      const intervals = accept(events, now, lastActivity);
      expect(intervals.state).toBe('paused');
      expect(intervals.unknown).toEqual([]);
      expect(workedMs(intervals)).toBe(end - stockholm(`${MONDAY} 16:30`));
      expect(intervals.decided.every(({ decision }) => decision === 'discard')).toBe(true);
      // What was discarded can be named by the moment that was proposed.
      expect(intervals.decided[0]?.startedAt).toBe(end);
    });

    it('leaves earlier questions open', () => {
      const withGap = [...log, gapFound(at(`${MONDAY} 17:00`), at(`${MONDAY} 17:10`))];
      const intervals = accept(withGap, `${MONDAY} 19:10`, `${MONDAY} 19:06`);
      expect(intervals.unknown).toMatchObject([{ startedAt: stockholm(`${MONDAY} 17:00`), durationMs: 10 * MINUTE }]);
      expect(intervals.decided).toMatchObject([{ durationMs: 4 * MINUTE, cause: 'overrun' }]);
    });

    it('discards nothing when the last activity was this moment', () => {
      const overrun = find(log, `${MONDAY} 19:10`);
      const plan = overrun && planOverrunEnd(log, overrun, at(`${MONDAY} 19:10`));
      expect(plan).toEqual([paused(at(`${MONDAY} 19:10`))]);
      expect(workedMs(accept(log, `${MONDAY} 19:10`)) / SECOND).toBe(9_600);
    });
  });
});
