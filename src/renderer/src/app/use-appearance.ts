import type { AppView } from '@ipc/app-views';
import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { toColorScheme } from './color-scheme';
import { showLanguage } from './i18n';

/** Shows the window in the theme and the language of the settings, and follows them when they change. */
export function useAppearance(app: AppView | undefined) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const theme = app?.settings.theme;
  const language = app?.language;

  useEffect(() => {
    if (theme === undefined) return;
    const wanted = toColorScheme(theme);
    // Setting it, even to what it is, has the styles of everything worked out anew, twice.
    if (wanted !== colorScheme) setColorScheme(wanted);
  }, [theme, colorScheme, setColorScheme]);
  useEffect(() => {
    if (language !== undefined) void showLanguage(language);
  }, [language]);
}
