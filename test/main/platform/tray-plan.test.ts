import { describe, expect, it } from 'vitest';
import { textsIn } from '../../../src/main/platform/texts';
import { planTray, type TrayState } from '../../../src/main/platform/tray-plan';
import { makeDesktopTicket, makeDesktopTimer } from '../../support/desktop-timers';

const MINUTE_SECONDS = 60;

function plan(state: Partial<TrayState> = {}) {
  return planTray({ running: null, paused: [], recent: [], ...state }, textsIn('en'));
}

/** The menu as a person reads it; `-` is a dividing line. */
function menuOf(state: Partial<TrayState>) {
  return plan(state).items.map((item) => (item.kind === 'line' ? '-' : item.label));
}

describe('the tray’s picture', () => {
  it.each([
    ['idle', {}],
    ['running', { running: makeDesktopTimer(1), paused: [makeDesktopTimer(2)] }],
    ['paused', { paused: [makeDesktopTimer(1, { reachedPermille: 1000 })] }],
    ['warning', { running: makeDesktopTimer(1, { reachedPermille: 750 }) }],
    ['warning', { running: makeDesktopTimer(1, { reachedPermille: 938 }) }],
    ['limit', { running: makeDesktopTimer(1, { reachedPermille: 1000, leftSeconds: 0 }) }],
  ])('is %s', (icon, state) => {
    expect(plan(state).icon).toBe(icon);
  });
});

describe('the tray’s words', () => {
  it('say what runs, for how long and how much is left', () => {
    const running = makeDesktopTimer(7, { workedSeconds: 65 * MINUTE_SECONDS, leftSeconds: 55 * MINUTE_SECONDS });
    expect(plan({ running }).tooltip).toBe('S-7 · 1 h 05 · 55 min left');
  });

  it('say that the limit is reached', () => {
    const running = makeDesktopTimer(7, { reachedPermille: 1000, leftSeconds: 0 });
    expect(plan({ running }).tooltip).toBe('S-7 · 0 min · limit reached');
  });

  it('say that nothing runs, and what is paused', () => {
    expect(plan().tooltip).toBe('Fyra – no timer is running');
    expect(plan({ paused: [makeDesktopTimer(2), makeDesktopTimer(1)] }).tooltip).toBe(
      'Paused · S-2 · 0 min · 4 h 00 left',
    );
  });

  it('are in the other language too', () => {
    const swedish = planTray({ running: makeDesktopTimer(7), paused: [], recent: [] }, textsIn('sv'));
    expect(swedish.tooltip).toBe('S-7 · 0 min · 4 h 00 kvar');
  });
});

describe('the tray’s menu', () => {
  it('has what makes sense without a timer', () => {
    expect(menuOf({ recent: [makeDesktopTicket(3)] })).toEqual([
      'Fyra – no timer is running',
      '-',
      'Start on S-3 Ärende 3',
      '-',
      'Show Fyra',
      'Take a screen dump',
      '-',
      'Quit',
    ]);
  });

  it('pauses and stops what runs, and switches to what is paused', () => {
    const state = { running: makeDesktopTimer(1), paused: [makeDesktopTimer(3), makeDesktopTimer(2)] };
    expect(menuOf(state).slice(2, 6)).toEqual([
      'Pause S-1',
      'Stop S-1 …',
      'Switch to S-3 Ärende 3',
      'Switch to S-2 Ärende 2',
    ]);
    expect(plan(state).items.slice(2, 5)).toMatchObject([
      { action: { kind: 'pause', timerId: makeDesktopTimer(1).id } },
      { action: { kind: 'stop', timerId: makeDesktopTimer(1).id } },
      { action: { kind: 'resume', timerId: makeDesktopTimer(3).id } },
    ]);
  });

  it('resumes what is paused when nothing runs', () => {
    expect(menuOf({ paused: [makeDesktopTimer(2)] })).toContain('Resume S-2 Ärende 2');
  });

  it('starts on five of the last tickets, none of which has an open timer', () => {
    const state = {
      running: makeDesktopTimer(1),
      paused: [makeDesktopTimer(2)],
      recent: [1, 2, 3, 4, 5, 6, 7, 8].map((number) => makeDesktopTicket(number)),
    };
    expect(menuOf(state).filter((label) => label.startsWith('Start on'))).toEqual(
      [3, 4, 5, 6, 7].map((number) => `Start on S-${number} Ärende ${number}`),
    );
  });

  it('keeps a long title short and an ampersand visible', () => {
    const title = 'Order & leverans:\n  kan inte bekräftas i kassan sedan i morse';
    expect(menuOf({ recent: [makeDesktopTicket(3, title)] })).toContain(
      'Start on S-3 Order && leverans: kan inte bekräftas i…',
    );
  });
});
