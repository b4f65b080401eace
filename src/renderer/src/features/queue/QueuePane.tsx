import type { QueueViewName } from '@ipc/views';
import { Tabs, Title, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queueQuery } from '../../api/queries';
import { classNames } from '../../ui/class-names';
import { FailureText } from '../../ui/FailureText';
import { useFormat } from '../../ui/use-format';
import { useWorkbenchActions } from '../../ui/workbench-actions';
import { QueueEmpty } from './QueueEmpty';
import { QueueList } from './QueueList';
import styles from './QueuePane.module.css';
import { QueueSearch } from './QueueSearch';
import { QUEUE_VIEWS, toQueueView } from './queue-views';

const cx = classNames(styles);
const SEARCH_DELAY_MS = 120;

/** The queue: its views, its search and its tickets. */
export function QueuePane({ selectedId }: { readonly selectedId: string | null }) {
  const { t } = useTranslation('queue');
  const format = useFormat();
  const [view, setView] = useState<QueueViewName>('working');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), SEARCH_DELAY_MS);
  const queue = useQuery(queueQuery(view, search));
  const queryClient = useQueryClient();
  const { focusQueue, openTicket } = useWorkbenchActions();

  /** A list that was reached by keyboard has a row for the next key to act on: one of the words just typed. */
  async function goToList(): Promise<void> {
    focusQueue();
    const answer = await queryClient.ensureQueryData(queueQuery(view, typed.trim())).catch(() => undefined);
    const rows = answer?.rows ?? [];
    const [first] = rows;
    if (first !== undefined && !rows.some(({ id }) => id === selectedId)) openTicket(first.id);
  }

  return (
    <section className={cx('pane')} aria-label={t('title')} data-testid="queue">
      <VisuallyHidden>
        <Title order={1}>{t('title')}</Title>
      </VisuallyHidden>
      <Tabs value={view} onChange={(name) => setView(toQueueView(name))} className={cx('tabs')} keepMounted={false}>
        <Tabs.List aria-label={t('tabs')}>
          {QUEUE_VIEWS.map((name) => (
            <Tabs.Tab key={name} value={name} px="md" py="sm">
              {t(`view.${name}`)}{' '}
              <span className={cx('count')}>
                {queue.data === undefined ? '' : format.count(queue.data.counts[name])}
              </span>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <QueueSearch value={typed} onChange={setTyped} onGoToList={() => void goToList()} />
        <Tabs.Panel value={view} className={cx('panel')} tabIndex={-1}>
          {queue.isError && (
            <div className={cx('failure')}>
              <FailureText error={queue.error} title={t('failed')} />
            </div>
          )}
          {queue.data !== undefined && queue.data.rows.length > 0 && (
            <QueueList rows={queue.data.rows} selectedId={selectedId} />
          )}
          {queue.data !== undefined && queue.data.rows.length === 0 && (
            <QueueEmpty
              view={view}
              search={search}
              onClearSearch={() => setTyped('')}
              onSearchAll={() => setView('all')}
            />
          )}
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}
