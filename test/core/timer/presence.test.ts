import { observePresence, type Presence, type PresenceObservation, presenceAtStart } from '@core/timer/presence';
import type { ClockReading } from '@core/timer/timer-log';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, reading, SECOND } from '../builders';

const THRESHOLD_MS = 5 * MINUTE;

type Told = 'locked' | 'unlocked' | 'suspended' | 'woke' | 'shutting-down';
type Step = readonly [at: number | ClockReading, what: Told | { readonly idleMs: number }];

function toObservation([when, what]: Step): PresenceObservation {
  const at = typeof when === 'number' ? reading(when) : when;
  return typeof what === 'string' ? { kind: what, at } : { kind: 'idle-measured', at, idleMs: what.idleMs };
}

function observe(...steps: Step[]): Presence {
  return steps.reduce(
    (presence, step) => observePresence(presence, toObservation(step), THRESHOLD_MS),
    presenceAtStart,
  );
}

const idle = (idleMs: number) => ({ idleMs });

describe('somebody who works', () => {
  it('is not away, as far as anybody knows', () => {
    expect(presenceAtStart.absence).toBeNull();
    expect(observe([0, idle(0)], [MINUTE, idle(40 * SECOND)]).absence).toBeNull();
  });
});

describe('idleness', () => {
  it('is no absence while it is shorter than the threshold', () => {
    expect(observe([HOUR, idle(THRESHOLD_MS - SECOND)]).absence).toBeNull();
  });

  it('is one as of the last input once it has lasted the threshold', () => {
    expect(observe([HOUR, idle(THRESHOLD_MS)]).absence).toEqual({ from: reading(55 * MINUTE), cause: 'idle' });
  });

  it('keeps its beginning while it goes on', () => {
    const { absence } = observe([HOUR, idle(THRESHOLD_MS)], [2 * HOUR, idle(65 * MINUTE - 900)]);
    expect(absence?.from).toEqual(reading(55 * MINUTE));
  });

  it('ends with the first input that is heard of', () => {
    const back = observe([HOUR, idle(THRESHOLD_MS)], [2 * HOUR, idle(2 * SECOND)]);
    expect(back).toMatchObject({ absence: null, backSince: reading(2 * HOUR - 2 * SECOND) });
  });

  it('may last what the setting says', () => {
    const measured = toObservation([HOUR, idle(2 * MINUTE)]);
    expect(observePresence(presenceAtStart, measured, 2 * MINUTE).absence).not.toBeNull();
    expect(observePresence(presenceAtStart, measured, 10 * MINUTE).absence).toBeNull();
  });
});

describe('a locked screen', () => {
  it('is no absence when it is unlocked before the threshold', () => {
    expect(observe([0, 'locked'], [4 * MINUTE, idle(4 * MINUTE)], [THRESHOLD_MS - 1, 'unlocked']).absence).toBeNull();
    const twice = observe([0, 'locked'], [4 * MINUTE, 'unlocked'], [5 * MINUTE, 'locked'], [9 * MINUTE, idle(0)]);
    expect(twice.absence).toBeNull();
  });

  it('is one from the lock to the unlock once it has lasted the threshold, whatever is touched meanwhile', () => {
    const locked = observe([MINUTE, 'locked'], [6 * MINUTE, idle(SECOND)]);
    expect(locked.absence).toEqual({ from: reading(MINUTE), cause: 'lock' });
    const touched = observe([MINUTE, 'locked'], [6 * MINUTE, idle(SECOND)], [20 * MINUTE, idle(0)]);
    expect(touched.absence).toEqual(locked.absence);
    const back = observe([MINUTE, 'locked'], [6 * MINUTE, idle(SECOND)], [20 * MINUTE, 'unlocked']);
    expect(back).toMatchObject({ absence: null, backSince: reading(20 * MINUTE) });
  });

  it('that came by itself begins with the idleness before it', () => {
    const { absence } = observe([3 * MINUTE, 'locked'], [5 * MINUTE, idle(5 * MINUTE)]);
    expect(absence).toEqual({ from: reading(0), cause: 'lock' });
  });

  it('begins with itself when it was touched while nobody watched', () => {
    const { absence } = observe([0, 'locked'], [10 * MINUTE, idle(6 * MINUTE)]);
    expect(absence).toEqual({ from: reading(0), cause: 'lock' });
  });

  it('begins with itself when it is told again', () => {
    const { absence } = observe([0, 'locked'], [2 * MINUTE, 'locked'], [5 * MINUTE, idle(0)]);
    expect(absence?.from).toEqual(reading(0));
  });
});

describe('a sleeping computer', () => {
  it('is an absence at once', () => {
    expect(observe([0, idle(0)], [0, 'suspended']).absence).toEqual({ from: reading(0), cause: 'sleep' });
  });

  it.each<[string, Step[]]>([
    ['the last input', [[3 * MINUTE, idle(3 * MINUTE)]]],
    [
      'a lock',
      [
        [0, 'locked'],
        [3 * MINUTE, idle(0)],
      ],
    ],
  ])('is one since %s that ran into it', (_what, before) => {
    expect(observe(...before, [3 * MINUTE, 'suspended']).absence).toEqual({ from: reading(0), cause: 'sleep' });
  });

  it('that wakes is not yet a person who is back', () => {
    const woken = observe([0, idle(0)], [0, 'suspended'], [HOUR, 'woke']);
    expect(woken.absence?.from).toEqual(reading(0));
    const used = observe([0, idle(0)], [0, 'suspended'], [HOUR, 'woke'], [HOUR + SECOND, idle(500)]);
    expect(used).toMatchObject({ absence: null, backSince: reading(HOUR + 500) });
  });

  it('that wakes locked is back with the unlock', () => {
    const asleep: Step[] = [
      [0, 'locked'],
      [MINUTE, 'suspended'],
      [HOUR, 'woke'],
      [HOUR + MINUTE, idle(0)],
    ];
    expect(observe(...asleep).absence).toEqual({ from: reading(0), cause: 'sleep' });
    expect(observe(...asleep, [2 * HOUR, 'unlocked'])).toMatchObject({ absence: null, backSince: reading(2 * HOUR) });
  });

  it('is back when it woke, where the idle time does not count the sleep', () => {
    const woken = (ms: number) => reading(ms, { wallSetByMs: 8 * HOUR });
    const used = observe(
      [MINUTE, idle(0)],
      [MINUTE, 'suspended'],
      [woken(MINUTE), 'woke'],
      [woken(MINUTE + 500), idle(3_000)],
    );
    expect(used).toMatchObject({ absence: null, backSince: woken(MINUTE) });
  });

  it('that somebody uses is awake, whether or not it said so', () => {
    const asleep: Step[] = [
      [0, idle(0)],
      [0, 'suspended'],
      [30 * SECOND, idle(0)],
    ];
    expect(observe(...asleep).absence).not.toBeNull();
    expect(observe(...asleep, [2 * MINUTE, idle(0)]).absence).toBeNull();
    expect(observe(...asleep, [31 * SECOND, 'unlocked']).absence).toBeNull();
  });

  it('that wakes and sleeps again with nobody there is one absence', () => {
    const { absence } = observe([0, idle(0)], [0, 'suspended'], [HOUR, 'woke'], [HOUR + SECOND, 'suspended']);
    expect(absence?.from).toEqual(reading(0));
  });

  it('does not go back over the return from the absence before', () => {
    const again = observe(
      [0, idle(0)],
      [0, 'suspended'],
      [HOUR, 'woke'],
      [HOUR + SECOND, idle(3 * MINUTE)],
      [HOUR + 2 * SECOND, 'suspended'],
    );
    expect(again.absence?.from).toEqual(reading(HOUR));
  });

  it('that only says that it woke changes nothing', () => {
    expect(observe([0, idle(0)], [HOUR, 'woke'], [HOUR, idle(0)]).absence).toBeNull();
  });
});

describe('a shut-down', () => {
  it('is an absence at once, since a lock that ran into it', () => {
    const used = observe([0, idle(0)], [MINUTE, 'shutting-down']);
    expect(used.absence).toEqual({ from: reading(MINUTE), cause: 'shutdown' });
    const locked = observe([0, 'locked'], [MINUTE, 'shutting-down']);
    expect(locked.absence).toEqual({ from: reading(0), cause: 'shutdown' });
  });
});

it('idle, then asleep, then locked, then idle again is one absence', () => {
  const steps: Step[] = [
    [5 * MINUTE, idle(5 * MINUTE)],
    [30 * MINUTE, 'suspended'],
    [2 * HOUR, 'locked'],
    [2 * HOUR, 'woke'],
    [2 * HOUR + SECOND, idle(2 * HOUR)],
    [2 * HOUR + MINUTE, 'unlocked'],
  ];
  for (let count = 1; count < steps.length; count += 1) {
    expect(observe(...steps.slice(0, count)).absence).toEqual({ from: reading(0), cause: 'idle' });
  }
  expect(observe(...steps)).toMatchObject({ absence: null, backSince: reading(2 * HOUR + MINUTE) });
});
