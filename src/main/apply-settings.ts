import type { Settings } from '@ipc/settings-views';
import { nativeTheme } from 'electron';
import type { Desktop } from './desktop';
import type { OpenSession } from './open-session';
import type { ClipboardWatch } from './platform/clipboard-watch';
import { broadcast } from './platform/messages';
import type { SettingsStore } from './platform/settings';
import { settleUndescribedLines } from './usecases/settle-undescribed';

interface SettingsParts {
  readonly store: SettingsStore;
  readonly session: () => OpenSession | null;
  readonly desktop: Desktop;
  readonly copied: ClipboardWatch;
  readonly tellTimers: () => Promise<void>;
  readonly inBackground: (what: string, work: Promise<unknown>) => void;
}

/** Makes what keeps changed settings and lets everything follow them. Answers all settings as they are then. */
export function createSettingsWriter(parts: SettingsParts): (changes: Partial<Settings>) => Settings {
  const { store, session, desktop, copied, tellTimers, inBackground } = parts;
  return (changes) => {
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const before = store.read().settings;
    const { settings: next } = store.write({ settings: { ...before, ...given } });
    nativeTheme.themeSource = next.theme;
    desktop.applySettings();
    copied.setOn(next.watchesClipboard);
    broadcast('app:changed', {});
    inBackground('timers', tellTimers());
    if (next.closesOnEves !== before.closesOnEves || next.closedDays.join() !== before.closedDays.join()) {
      session()?.followServiceRules(next);
    }
    const workbench = session()?.workbench;
    if (workbench && next.requireDescription !== before.requireDescription) {
      inBackground('lines', settleUndescribedLines(workbench));
    }
    return next;
  };
}
