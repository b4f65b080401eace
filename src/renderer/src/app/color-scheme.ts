import type { Settings } from '@ipc/settings-views';
import { localStorageColorSchemeManager } from '@mantine/core';

/** Keeps the last theme so that the very first paint of the next start already has it; settings decide. */
export const colorSchemeManager = localStorageColorSchemeManager({ key: 'fyra-color-scheme' });

/** The theme of the settings in Mantine's words. */
export function toColorScheme(theme: Settings['theme']) {
  return theme === 'system' ? 'auto' : theme;
}
