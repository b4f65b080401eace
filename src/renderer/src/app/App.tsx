import { useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { appQuery } from '../api/queries';
import { toColorScheme } from './color-scheme';
import { showLanguage } from './i18n';
import { StartFailed } from './StartFailed';
import { Workbench } from './Workbench';

const Welcome = lazy(async () => ({ default: (await import('../features/welcome/Welcome')).Welcome }));

/** The first-run page or the workbench, in the language and theme of the settings. */
export function App() {
  const app = useQuery(appQuery);
  const { setColorScheme } = useMantineColorScheme();
  const theme = app.data?.settings.theme;
  const language = app.data?.language;

  useEffect(() => {
    if (theme !== undefined) setColorScheme(toColorScheme(theme));
  }, [theme, setColorScheme]);
  useEffect(() => {
    if (language !== undefined) showLanguage(language);
  }, [language]);

  if (app.data === undefined) return app.isError ? <StartFailed onRetry={() => void app.refetch()} /> : null;
  if (app.data.screen === 'workbench') return <Workbench />;
  return (
    <Suspense fallback={null}>
      <Welcome hasKeyring={app.data.hasKeyring} />
    </Suspense>
  );
}
