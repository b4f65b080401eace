import { judgeKeys, parseAccelerator } from '@core/shortcuts/accelerator';
import { DEFAULT_SHORTCUTS, planShortcuts, SHORTCUT_ACTIONS, type Shortcuts } from '@core/shortcuts/shortcuts';
import { describe, expect, it } from 'vitest';

const NONE: Shortcuts = { toggle: '', stop: '', switch: '', show: '', capture: '' };

function planFor(chosen: Partial<Shortcuts>, isMac = false) {
  return Object.fromEntries(planShortcuts({ ...NONE, ...chosen }, { isMac }));
}

describe('keys that work from every program', () => {
  it('are registered in one way of writing', () => {
    expect(planFor({ toggle: 'Shift+CmdOrCtrl+P' })['toggle']).toEqual({
      kind: 'register',
      accelerator: 'Control+Shift+P',
    });
    expect(planFor({ toggle: 'Shift+CmdOrCtrl+P' }, true)['toggle']).toEqual({
      kind: 'register',
      accelerator: 'Super+Shift+P',
    });
  });

  it('are off where none are chosen, and refused where they would be in the way', () => {
    expect(planFor({ stop: 'Control+C', show: 'nonsense' })).toMatchObject({
      toggle: { kind: 'off' },
      stop: { kind: 'invalid' },
      show: { kind: 'invalid' },
    });
  });

  it('belong to the action that is listed first when two have the same', () => {
    expect(planFor({ capture: 'Alt+Control+P', switch: 'Ctrl+Alt+P' })).toMatchObject({
      switch: { kind: 'register' },
      capture: { kind: 'same-as', action: 'switch' },
    });
  });

  it.each([true, false])('are all different and usable by default, on a Mac: %s', (isMac) => {
    const plans = planShortcuts(DEFAULT_SHORTCUTS, { isMac });
    expect(SHORTCUT_ACTIONS.map((action) => plans.get(action)?.kind)).toEqual(SHORTCUT_ACTIONS.map(() => 'register'));
    for (const text of Object.values(DEFAULT_SHORTCUTS)) {
      const keys = parseAccelerator(text, { isMac });
      expect(keys && judgeKeys(keys)).toBeNull();
    }
  });
});
