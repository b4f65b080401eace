import type { QueueQuestion, QueueViewName } from '@core/ticket/queue-view';
import { Button, Group } from '@mantine/core';
import {
  IconChecks,
  IconClockPause,
  IconFilterOff,
  IconInbox,
  IconMailOff,
  IconSearchOff,
  IconTable,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
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
