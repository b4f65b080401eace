import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { appQuery } from '../api/queries';
import { useCalmly } from '../ui/use-calmly';
import styles from './App.module.css';
import { StartFailed } from './StartFailed';
import { useAppearance } from './use-appearance';
import { Workbench } from './Workbench';

const Welcome = lazy(async () => ({ default: (await import('../features/welcome/Welcome')).Welcome }));

/** The first-run page or the workbench, in the language and theme of the settings. */
export function App() {
  const app = useQuery(appQuery);
  useAppearance(app.data);
  const calm = useCalmly(app.data?.screen);

  if (app.data === undefined) return app.isError ? <StartFailed onRetry={() => void app.refetch()} /> : null;
  // The workbench is large: what stood before it goes first, and it is drawn in slices.
  const isOnItsWay = app.data.screen === 'workbench' && calm !== undefined && calm !== 'workbench';
  const screen = isOnItsWay ? 'opening' : app.data.screen;
  if (screen === 'workbench') return <Workbench />;
  if (screen === 'opening') return <OpeningPortal />;
  return (
    <Suspense fallback={null}>
      <Welcome hasKeyring={app.data.hasKeyring} />
    </Suspense>
  );
}

/** Before a portal, and between two: nothing of what is left, and nothing yet of what comes. */
function OpeningPortal() {
  const { t } = useTranslation('portals');
  return (
    <main className={styles['opening']} role="status">
      {t('opening')}
    </main>
  );
}
