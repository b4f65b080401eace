import type { Settings } from '@ipc/views';

/** The theme of the settings in Mantine's words. */
export function toColorScheme(theme: Settings['theme']) {
  return theme === 'system' ? 'auto' : theme;
}
