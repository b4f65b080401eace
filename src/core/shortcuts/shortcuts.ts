import { formatAccelerator, judgeKeys, parseAccelerator } from './accelerator';

/** What keys can do from every program. */
export const SHORTCUT_ACTIONS = ['toggle', 'stop', 'switch', 'show', 'capture'] as const;
export type ShortcutAction = (typeof SHORTCUT_ACTIONS)[number];

/** Keys for each action, as Electron writes them; empty for none. */
export type Shortcuts = Readonly<Record<ShortcutAction, string>>;

/** What became of the keys of an action. `taken`: another program has them, or another action of this app. */
export type ShortcutStatus = 'registered' | 'taken' | 'invalid' | 'off';

/**
 * Three modifiers, because with fewer nearly every letter is a command of a browser, of an editor or of the desktop
 * itself, and on a Swedish keyboard Ctrl and Alt alone are AltGr.
 */
export const DEFAULT_SHORTCUTS: Shortcuts = {
  toggle: 'CommandOrControl+Alt+Shift+P',
  stop: 'CommandOrControl+Alt+Shift+S',
  switch: 'CommandOrControl+Alt+Shift+W',
  show: 'CommandOrControl+Alt+Shift+F',
  capture: 'CommandOrControl+Alt+Shift+D',
};

/** What to do about the keys of one action. */
export type ShortcutPlan =
  | { readonly kind: 'register'; readonly accelerator: string }
  /** An earlier action has the same keys. */
  | { readonly kind: 'same-as'; readonly action: ShortcutAction }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'off' };

/** Decides about each action's keys. Of two actions with the same keys the one that is listed first gets them. */
export function planShortcuts(
  shortcuts: Shortcuts,
  system: { isMac: boolean },
): ReadonlyMap<ShortcutAction, ShortcutPlan> {
  const owners = new Map<string, ShortcutAction>();
  const plans = new Map<ShortcutAction, ShortcutPlan>();
  for (const action of SHORTCUT_ACTIONS) plans.set(action, planOne(action));
  return plans;

  function planOne(action: ShortcutAction): ShortcutPlan {
    if (shortcuts[action] === '') return { kind: 'off' };
    const keys = parseAccelerator(shortcuts[action], system);
    if (keys === null || judgeKeys(keys) !== null) return { kind: 'invalid' };
    const accelerator = formatAccelerator(keys);
    const owner = owners.get(accelerator);
    if (owner !== undefined) return { kind: 'same-as', action: owner };
    owners.set(accelerator, action);
    return { kind: 'register', accelerator };
  }
}
