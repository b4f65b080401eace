import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import './app/global.css';
import { WORKING_QUEUE } from '@core/ticket/queue-view';
import { notifications } from '@mantine/notifications';
import { createRoot } from 'react-dom/client';
import { navigate } from 'wouter/use-hash-location';
import { listen } from './api/client';
import { appQuery, queueCountsQuery, queuePageQuery, syncQuery, timersQuery } from './api/queries';
import { wireEventsToCache } from './api/wire-events';
import { App } from './app/App';
import { showFailureNotice } from './app/failure-notice';
import { startTranslations } from './app/i18n';
import { Providers } from './app/Providers';
import { createQueryClient } from './app/query-client';
import type { Language } from './ui/format';
import { hideAllUndoNotices } from './ui/undo-notice';

const systemLanguage: Language = navigator.language.startsWith('sv') ? 'sv' : 'en';
const queryClient = createQueryClient(showFailureNotice);
wireEventsToCache(queryClient);
// What stands in an address or a notice is of the portal that is left, too.
listen('portal:left', () => {
  hideAllUndoNotices();
  notifications.clean();
  navigate('/', { replace: true });
});

// The language, the theme and the screen are known before anything is drawn: nothing flashes and nothing jumps.
const app = await queryClient.fetchQuery(appQuery).catch(() => undefined);
if (app?.screen === 'workbench') {
  void queryClient.prefetchQuery(queuePageQuery(WORKING_QUEUE));
  void queryClient.prefetchQuery(queueCountsQuery(WORKING_QUEUE.scope));
  void queryClient.prefetchQuery(timersQuery);
  void queryClient.prefetchQuery(syncQuery);
}
await startTranslations(app?.language ?? systemLanguage);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <Providers queryClient={queryClient} initialTheme={app?.settings.theme ?? 'system'}>
    <App />
  </Providers>,
);
