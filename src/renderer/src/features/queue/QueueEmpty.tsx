import type { QueueQuestion, QueueViewName } from '@core/ticket/queue-view';
import type { SyncView } from '@ipc/sync-views';
import { Button, Group } from '@mantine/core';
import {
  IconChecks,
  IconClockPause,
  IconCloudDownload,
  IconFilterOff,
  IconInbox,
  IconMailOff,
  IconPlugConnectedX,
  IconSearchOff,
  IconTable,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { syncQuery } from '../../api/queries';
import { useHasPortal } from '../../api/use-has-portal';
import { EmptyState } from '../../ui/EmptyState';
import { useWorkbenchActions } from '../../ui/workbench-actions';
import { isFiltered } from './filters';
import { useQueueReady } from './use-queue-ready';

const ICONS = {
  working: IconChecks,
  'waiting-for-customer': IconClockPause,
  unanswered: IconMailOff,
  solved: IconInbox,
  all: IconInbox,
} as const satisfies Record<QueueViewName, unknown>;

/** An empty list says nothing of the portal before a sync has come to its end. */
function firstSyncOf({ portal, connection, lastSuccessAt }: SyncView): 'done' | 'underWay' | 'notYet' {
  if (portal.kind === 'lists' || lastSuccessAt !== null) return 'done';
  return connection.kind === 'syncing' ? 'underWay' : 'notYet';
}

interface QueueEmptyProps {
  readonly question: QueueQuestion;
  readonly onClearSearch: () => void;
  readonly onClearFilter: () => void;
  readonly onSearchAll: () => void;
  readonly onShowTeam: () => void;
}

/** Why the list is empty, and what to do about it. */
export function QueueEmpty({ question, onClearSearch, onClearFilter, onSearchAll, onShowTeam }: QueueEmptyProps) {
  const { view, search, scope } = question;
  const { t } = useTranslation('queue');
  const { openSync, openSettings } = useWorkbenchActions();
  const hasPortal = useHasPortal();
  const firstSync = useQuery({ ...syncQuery, select: firstSyncOf }).data ?? 'done';
  useQueueReady(true);
  if (search !== '') {
    return (
      <EmptyState icon={IconSearchOff} title={t('empty.search.title', { search })} text={t('empty.search.text')}>
        <Group gap="sm" mt="sm">
          <Button variant="default" onClick={onClearSearch}>
            {t('empty.clear')}
          </Button>
          {view !== 'all' && (
            <Button variant="default" onClick={onSearchAll}>
              {t('empty.searchAll')}
            </Button>
          )}
          {scope === 'mine' && (
            <Button variant="default" onClick={onShowTeam}>
              {t('empty.searchTeam')}
            </Button>
          )}
        </Group>
      </EmptyState>
    );
  }
  if (isFiltered(question)) {
    return (
      <EmptyState icon={IconFilterOff} title={t('empty.filter.title')} text={t('empty.filter.text')}>
        <Button variant="default" mt="sm" onClick={onClearFilter}>
          {t('filter.clear')}
        </Button>
      </EmptyState>
    );
  }
  if (!hasPortal && (view === 'all' || view === 'working')) {
    return (
      <EmptyState icon={IconTable} title={t(`empty.${view}.title`)} text={t('empty.lists')}>
        <Button variant="default" mt="sm" onClick={openSettings}>
          {t('empty.import')}
        </Button>
      </EmptyState>
    );
  }
  if (firstSync !== 'done') {
    return (
      <EmptyState
        icon={firstSync === 'underWay' ? IconCloudDownload : IconPlugConnectedX}
        title={t(`empty.${firstSync}.title`)}
        text={t(`empty.${firstSync}.text`)}
      >
        {firstSync === 'notYet' && (
          <Button variant="default" mt="sm" onClick={openSync}>
            {t('empty.goSync')}
          </Button>
        )}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={ICONS[view]} title={t(`empty.${view}.title`)} text={t(`empty.${view}.text`)}>
      {view === 'all' && (
        <Button variant="default" mt="sm" onClick={openSync}>
          {t('empty.goSync')}
        </Button>
      )}
    </EmptyState>
  );
}
