import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { appQuery } from '../api/queries';
import styles from './App.module.css';
import { StartFailed } from './StartFailed';
import { useAppearance } from './use-appearance';
import { Workbench } from './Workbench';

const Welcome = lazy(async () => ({ default: (await import('../features/welcome/Welcome')).Welcome }));

/** The first-run page or the workbench, in the language and theme of the settings. */
export function App() {
  const app = useQuery(appQuery);
  useAppearance(app.data);

  if (app.data === undefined) return app.isError ? <StartFailed onRetry={() => void app.refetch()} /> : null;
  if (app.data.screen === 'workbench') return <Workbench />;
  if (app.data.screen === 'opening') return <OpeningPortal />;
  return (
    <Suspense fallback={null}>
      <Welcome hasKeyring={app.data.hasKeyring} />
    </Suspense>
  );
}

/** Between two portals: nothing of the one that is left, and nothing yet of the one that comes. */
function OpeningPortal() {
  const { t } = useTranslation('portals');
  return (
    <main className={styles['opening']} role="status">
      {t('opening')}
    </main>
  );
}
