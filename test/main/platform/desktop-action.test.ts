import { SHORTCUT_ACTIONS } from '@core/shortcuts/shortcuts';
import { describe, expect, it } from 'vitest';
import { actionOfShortcut } from '../../../src/main/platform/desktop-action';
import { makeDesktopTimer } from '../../support/desktop-timers';

const [one, two, three] = [makeDesktopTimer(1), makeDesktopTimer(2), makeDesktopTimer(3)];

describe('keys from every program', () => {
  it('pause what runs, and resume what ran last', () => {
    expect(actionOfShortcut('toggle', { running: one, paused: [two] })).toEqual({ kind: 'pause', timerId: one.id });
    expect(actionOfShortcut('toggle', { running: null, paused: [two, three] })).toEqual({
      kind: 'resume',
      timerId: two.id,
    });
  });

  it('stop what runs, else what ran last', () => {
    expect(actionOfShortcut('stop', { running: one, paused: [two] })).toEqual({ kind: 'stop', timerId: one.id });
    expect(actionOfShortcut('stop', { running: null, paused: [two] })).toEqual({ kind: 'stop', timerId: two.id });
  });

  it('switch to the timer before, and back', () => {
    expect(actionOfShortcut('switch', { running: one, paused: [two, three] })).toEqual({
      kind: 'resume',
      timerId: two.id,
    });
    expect(actionOfShortcut('switch', { running: null, paused: [two, three] })).toEqual({
      kind: 'resume',
      timerId: three.id,
    });
    expect(actionOfShortcut('switch', { running: null, paused: [two] })).toEqual({ kind: 'resume', timerId: two.id });
  });

  it('show the workbench when there is no timer to act on, or none to switch to', () => {
    for (const action of SHORTCUT_ACTIONS.filter((name) => name !== 'capture')) {
      expect(actionOfShortcut(action, { running: null, paused: [] })).toEqual({ kind: 'show' });
    }
    expect(actionOfShortcut('switch', { running: one, paused: [] })).toEqual({ kind: 'show' });
    expect(actionOfShortcut('capture', { running: null, paused: [] })).toEqual({ kind: 'capture' });
  });
});
