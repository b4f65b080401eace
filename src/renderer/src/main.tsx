import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import './app/global.css';
import { WORKING_QUEUE } from '@core/ticket/queue-view';
import { notifications } from '@mantine/notifications';
import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { navigate } from 'wouter/use-hash-location';
import { listen } from './api/client';
import { appQuery, queueCountsQuery, queuePageQuery, syncQuery, timersQuery } from './api/queries';
import { wireEventsToCache } from './api/wire-events';
import { App } from './app/App';
import { showFailureNotice } from './app/failure-notice';
import { showLanguage, startTranslations } from './app/i18n';
import { Providers } from './app/Providers';
import { createQueryClient } from './app/query-client';
import type { Language } from './ui/format';
import { hideAllUndoNotices } from './ui/undo-notice';

const queryClient = createQueryClient(showFailureNotice);
wireEventsToCache(queryClient);
// What stands in an address or a notice is of the portal that is left, too.
listen('portal:left', () => {
  hideAllUndoNotices();
  notifications.clean();
  navigate('/', { replace: true });
});

// What the main process knows before it has opened anything: both begin at once, instead of one after the other.
const known = new URLSearchParams(window.location.search);
const knownLanguage: Language = known.get('language') === 'sv' ? 'sv' : 'en';
const firstViews =
  known.get('opens') === 'workbench'
    ? [
        queryClient.prefetchQuery(queuePageQuery(WORKING_QUEUE)),
        queryClient.prefetchQuery(queueCountsQuery(WORKING_QUEUE.scope)),
        queryClient.prefetchQuery(timersQuery),
        queryClient.prefetchQuery(syncQuery),
      ]
    : [];

// The language, the theme, the screen and the first rows are known before anything is drawn: nothing flashes or jumps.
const [app] = await Promise.all([
  queryClient.fetchQuery(appQuery).catch(() => undefined),
  startTranslations(knownLanguage),
  ...firstViews,
]);
if (app !== undefined) await showLanguage(app.language);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const drawn = createRoot(root);
// In slices: the window answers keys from the first moment.
startTransition(() =>
  drawn.render(
    <Providers queryClient={queryClient} initialTheme={app?.settings.theme ?? 'system'}>
      <App />
    </Providers>,
  ),
);
