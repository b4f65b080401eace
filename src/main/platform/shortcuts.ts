import {
  planShortcuts,
  SHORTCUT_ACTIONS,
  type ShortcutAction,
  type ShortcutStatus,
  type Shortcuts,
} from '@core/shortcuts/shortcuts';
import { globalShortcut } from 'electron';

export type ShortcutStatuses = Readonly<Record<ShortcutAction, ShortcutStatus>>;

/** Keys that work from every program. */
export interface GlobalShortcuts {
  /** Gives back the keys there were and asks the system for these. */
  register(shortcuts: Shortcuts): void;
  /** What became of the keys that were asked for last. */
  statuses(): ShortcutStatuses;
  /** While a person presses new keys they must reach the window instead of doing what they did until now. */
  setSuspended(isSuspended: boolean): void;
  /** Does what the keys of this action do; nothing when the action has none. */
  press(action: ShortcutAction): void;
  remove(): void;
}

const OFF: ShortcutStatuses = { toggle: 'off', stop: 'off', switch: 'off', show: 'off', capture: 'off' };

/** Nothing is registered before `register` is called. */
export function createShortcuts(onPressed: (action: ShortcutAction) => void): GlobalShortcuts {
  const isMac = process.platform === 'darwin';
  let asked: Shortcuts | null = null;
  let statuses: ShortcutStatuses = OFF;
  let isSuspended = false;

  function registerOne(action: ShortcutAction, accelerator: string): ShortcutStatus {
    try {
      return globalShortcut.register(accelerator, () => onPressed(action)) ? 'registered' : 'taken';
    } catch {
      // It throws at keys that this system has no name for.
      return 'invalid';
    }
  }

  function registerAll(shortcuts: Shortcuts): void {
    globalShortcut.unregisterAll();
    const next: Record<ShortcutAction, ShortcutStatus> = { ...OFF };
    for (const [action, plan] of planShortcuts(shortcuts, { isMac })) {
      switch (plan.kind) {
        case 'register':
          next[action] = registerOne(action, plan.accelerator);
          break;
        case 'same-as':
          next[action] = 'taken';
          break;
        case 'invalid':
        case 'off':
          next[action] = plan.kind;
      }
    }
    statuses = next;
  }

  return {
    register: (shortcuts) => {
      asked = shortcuts;
      if (!isSuspended) registerAll(shortcuts);
    },
    statuses: () => statuses,
    setSuspended: (isWanted) => {
      if (isWanted === isSuspended) return;
      isSuspended = isWanted;
      if (isSuspended) globalShortcut.unregisterAll();
      else if (asked) registerAll(asked);
    },
    press: (action) => {
      if (statuses[action] === 'registered') onPressed(action);
    },
    remove: () => globalShortcut.unregisterAll(),
  };
}

/** Whether two answers of the system say the same. */
export function areSameStatuses(one: ShortcutStatuses, other: ShortcutStatuses): boolean {
  return SHORTCUT_ACTIONS.every((action) => one[action] === other[action]);
}
