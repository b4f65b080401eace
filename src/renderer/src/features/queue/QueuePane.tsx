import { ticketIdSchema } from '@core/ids';
import { type QueueQuestion, WORKING_QUEUE } from '@core/ticket/queue-view';
import { Tabs, Title, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { memo, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queueCountsQuery, queuePageQuery } from '../../api/queries';
import { classNames } from '../../ui/class-names';
import { FailureText } from '../../ui/FailureText';
import { useCalmly } from '../../ui/use-calmly';
import { useFormat } from '../../ui/use-format';
import { useWorkbenchActions } from '../../ui/workbench-actions';
import { ChosenTicketsBar } from './ChosenTicketsBar';
import { FilterLine } from './FilterLine';
import { FilterMenu } from './FilterMenu';
import { isFiltered, withoutFilter } from './filters';
import { QueueEmpty } from './QueueEmpty';
import { QueueList } from './QueueList';
import styles from './QueuePane.module.css';
import { QueueSearch } from './QueueSearch';
import { QUEUE_VIEWS, toQueueView } from './queue-views';
import { ScopeChoice } from './ScopeChoice';
import { UnansweredHint } from './UnansweredHint';
import { useChoosing } from './use-choosing';

const cx = classNames(styles);
const SEARCH_DELAY_MS = 80;

/** The queue: its views, its search and filters, and its tickets. Not drawn anew with everything that stands beside it. */
export const QueuePane = memo(function QueuePane({ selectedId }: { readonly selectedId: string | null }) {
  const { t } = useTranslation('queue');
  const format = useFormat();
  const [wanted, setWanted] = useState<QueueQuestion>(WORKING_QUEUE);
  const [isFiltering, setIsFiltering] = useState(false);
  // The box keeps its own words; other words from outside are another box.
  const [searchNumber, setSearchNumber] = useState(0);
  const [search] = useDebouncedValue(wanted.search.trim(), SEARCH_DELAY_MS);
  // Words wait for the next key, everything else does not; no words at all are known at once.
  const asked: QueueQuestion = { ...wanted, search: wanted.search.trim() === '' ? '' : search };
  const first = useQuery(queuePageQuery(asked));
  // Until there is an answer, the one before stays: nothing flashes between two keys.
  const [answered, setAnswered] = useState(asked);
  const isAnswered = first.data !== undefined;
  if (isAnswered && JSON.stringify(answered) !== JSON.stringify(asked)) setAnswered(asked);
  // A whole list of other rows is drawn in slices, and given up when the next key asks for another one.
  const shown = useDeferredValue(answered);
  const answer = useQuery(queuePageQuery(shown)).data;
  const isListed = useCalmly(answer !== undefined && answer.count > 0);
  const counts = useQuery(queueCountsQuery(wanted.scope)).data;
  const choosing = useChoosing(shown);
  const queryClient = useQueryClient();
  const { focusQueue, openTicket } = useWorkbenchActions();
  const open = ticketIdSchema.safeParse(selectedId);
  const openId = open.success ? open.data : null;
  const change = (changed: Partial<QueueQuestion>) => setWanted((before) => ({ ...before, ...changed }));

  /** A list that was reached by keyboard has a row for the next key to act on: one of the words just typed. */
  async function goToList(typed: string): Promise<void> {
    focusQueue();
    const page = await queryClient
      .ensureQueryData(queuePageQuery({ ...wanted, search: typed.trim() }))
      .catch(() => undefined);
    const [row] = page?.rows ?? [];
    if (row !== undefined && !page?.rows.some(({ id }) => id === openId)) openTicket(row.id);
  }

  return (
    <section className={cx('pane')} aria-label={t('title')} data-testid="queue">
      <VisuallyHidden>
        <Title order={1}>{t('title')}</Title>
      </VisuallyHidden>
      <Tabs
        value={wanted.view}
        onChange={(name) => change({ view: toQueueView(name) })}
        className={cx('tabs')}
        keepMounted={false}
      >
        <Tabs.List aria-label={t('tabs')} className={cx('tabList')}>
          {QUEUE_VIEWS.map((name) => (
            <Tabs.Tab key={name} value={name} px={10} py="sm">
              {t(`view.${name}`)}{' '}
              <span className={cx('count')}>{counts === undefined ? '' : format.count(counts[name])}</span>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <QueueSearch
          key={searchNumber}
          initial={wanted.search}
          onSearch={(search) => change({ search })}
          onGoToList={(search) => void goToList(search)}
        >
          <ScopeChoice scope={wanted.scope} onChange={(scope) => change({ scope })} />
          <FilterMenu
            question={wanted}
            isOpen={isFiltering}
            onOpenChange={setIsFiltering}
            onChange={change}
            onUse={(question) => {
              setWanted(question);
              setSearchNumber((number) => number + 1);
            }}
          />
        </QueueSearch>
        {isFiltered(wanted) && <FilterLine question={wanted} onClear={() => setWanted(withoutFilter(wanted))} />}
        {shown.view === 'unanswered' && <UnansweredHint />}
        <Tabs.Panel value={wanted.view} className={cx('panel')} tabIndex={-1}>
          {first.isError && (
            <div className={cx('failure')}>
              <FailureText error={first.error} title={t('failed')} />
            </div>
          )}
          {!first.isError && isListed && answer !== undefined && answer.count > 0 && (
            <QueueList
              question={shown}
              count={answer.count}
              openId={openId}
              choosing={choosing}
              onFilter={() => setIsFiltering(true)}
            />
          )}
          {!first.isError && answer?.count === 0 && (
            <QueueEmpty
              question={shown}
              onClearSearch={() => {
                change({ search: '' });
                setSearchNumber((number) => number + 1);
              }}
              onClearFilter={() => setWanted(withoutFilter(wanted))}
              onSearchAll={() => change({ view: 'all' })}
              onShowTeam={() => change({ scope: 'team' })}
            />
          )}
        </Tabs.Panel>
        <ChosenTicketsBar choosing={choosing} count={answer?.count ?? 0} />
      </Tabs>
    </section>
  );
});
