import '@mantine/core/styles.layer.css';
import './app/global.css';
import { createRoot } from 'react-dom/client';
import { appQuery, timersQuery } from './api/queries';
import { wireEventsToCache } from './api/wire-events';
import { FloatingApp } from './app/FloatingApp';
import { startTranslations } from './app/i18n';
import { createQueryClient } from './app/query-client';

// Every command of this window shows its own failure: there is no room for notices.
const queryClient = createQueryClient(() => undefined);
wireEventsToCache(queryClient);

const [app] = await Promise.all([
  queryClient.fetchQuery(appQuery).catch(() => undefined),
  queryClient.prefetchQuery(timersQuery),
]);
await startTranslations(app?.language ?? (navigator.language.startsWith('sv') ? 'sv' : 'en'));

const root = document.getElementById('root');
if (root === null) throw new Error('floating.html has no #root');
createRoot(root).render(<FloatingApp queryClient={queryClient} initialTheme={app?.settings.theme ?? 'system'} />);
