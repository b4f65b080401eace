import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { appQuery } from '../api/queries';
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
  return (
    <Suspense fallback={null}>
      <Welcome hasKeyring={app.data.hasKeyring} />
    </Suspense>
  );
}
