import type { TicketId } from '@core/ids';
import { QUEUE_PAGE_ROWS } from '@core/ticket/queue-page';
import type { QueueQuestion } from '@core/ticket/queue-view';
import { searchWordsOf } from '@core/ticket/search-words';
import { useQueryClient } from '@tanstack/react-query';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { queuePageQuery, useTimers } from '../../api/queries';
import { useTimerToggle } from '../../api/use-timer-toggle';
import { classNames } from '../../ui/class-names';
import { useFocusTarget } from '../../ui/focus-targets';
import { useWorkbenchActions } from '../../ui/workbench-actions';
import { observeSize, scrollList } from './list-place';
import { selectLiveTimers, withLiveTimer } from './live-timers';
import { moveSelection } from './move-selection';
import styles from './QueueList.module.css';
import { QueueRowView } from './QueueRowView';
import { RowToCome } from './RowToCome';
import type { Choosing } from './use-choosing';
import { useQueueReady } from './use-queue-ready';
import { useOpenIndex, useQueueRows } from './use-queue-rows';

const cx = classNames(styles);
const ROW_HEIGHT_PX = 52;
/** What stands above the list in the window, about. */
const ABOVE_LIST_PX = 200;
/** In a search, whose rows say where it found them. */
const FOUND_ROW_HEIGHT_PX = 72;

interface QueueListProps {
  readonly question: QueueQuestion;
  /** How many tickets there are in all. */
  readonly count: number;
  readonly openId: TicketId | null;
  readonly choosing: Choosing;
  readonly onFilter: () => void;
}

/**
 * The tickets as a list box: only the rows in view exist, here and in what was read, and the keyboard stays on the list
 * itself. What is chosen is selected, or else the open ticket.
 */
export function QueueList({ question, count, openId, choosing, onFilter }: QueueListProps) {
  const { t } = useTranslation('queue');
  const { openTicket } = useWorkbenchActions();
  const { toggle } = useTimerToggle();
  const queryClient = useQueryClient();
  const live = useTimers(selectLiveTimers);
  const scrollRef = useRef<HTMLDivElement>(null);
  const focusTarget = useFocusTarget('queue');
  const openIndex = useOpenIndex(question, openId);
  const words = useMemo(() => searchWordsOf(question.search), [question.search]);
  const rowHeightPx = words.length === 0 ? ROW_HEIGHT_PX : FOUND_ROW_HEIGHT_PX;
  const { ids: chosenIds } = choosing.chosen;
  // Keys are faster than pages: the next key goes on from where the last one was to go.
  const goingTo = useRef<number | null>(null);

  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => rowHeightPx,
    overscan: 8,
    // Before it is measured: the rows are part of what is drawn first, and not of a second look.
    initialRect: { width: 0, height: window.innerHeight - ABOVE_LIST_PX },
    observeElementRect: observeSize,
    scrollToFn: scrollList,
    // The row of the open ticket always exists, also scrolled away: aria-activedescendant points at it.
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      if (openIndex < 0 || openIndex >= count || indexes.includes(openIndex)) return indexes;
      return [...indexes, openIndex].sort((one, other) => one - other);
    },
  });
  const items = virtualizer.getVirtualItems();
  const rows = useQueueRows(
    question,
    items.map(({ index }) => index),
  );

  // Another question is read from its beginning; the first one stands there.
  const placed = useRef(question);
  useEffect(() => {
    if (placed.current === question) return;
    placed.current = question;
    virtualizer.measure();
    virtualizer.scrollToOffset(0);
    goingTo.current = null;
  }, [question, virtualizer]);
  // Once for each ticket that is opened: what happens above it later must not take the list from under a person.
  const isPlaced = openIndex >= 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (isPlaced) virtualizer.scrollToIndex(openIndex, { align: 'auto' });
  }, [isPlaced, openId, question, virtualizer]);
  useQueueReady(rows.size > 0);
  useEffect(() => {
    // At the start the keyboard belongs to the queue, unless a person already put it elsewhere. With the frame: whether
    // something can have the keyboard is known once all of it is laid out.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) scrollRef.current?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, []);

  const goTo = async (index: number) => {
    goingTo.current = index;
    const page = await queryClient.ensureQueryData(queuePageQuery(question, Math.floor(index / QUEUE_PAGE_ROWS)));
    if (goingTo.current !== index) return;
    goingTo.current = null;
    const row = page.rows[index - page.offset];
    if (row !== undefined) openTicket(row.id);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const open = rows.get(openIndex);
    const key = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) && key === 'a') {
      event.preventDefault();
      choosing.chooseAll();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const actions: Readonly<Record<string, (() => void) | undefined>> = {
      enter: open && (() => openTicket(open.id, { focus: true })),
      ' ': () => {
        if (open !== undefined && !event.repeat) toggle(open.id);
      },
      x: open && (() => choosing.toggle(open.id, openIndex)),
      f: onFilter,
      escape: chosenIds.size > 0 ? choosing.clear : undefined,
    };
    const rowsPerPage = Math.max(1, Math.floor((scrollRef.current?.clientHeight ?? 0) / rowHeightPx) - 1);
    const from = goingTo.current ?? openIndex;
    const target = moveSelection(event.key, from, count, rowsPerPage);
    const act = actions[key];
    if (act !== undefined) act();
    else if (target !== null) {
      if (event.shiftKey) choosing.extendTo(target, openIndex);
      void goTo(target).catch(() => undefined);
    } else return;
    event.preventDefault();
  };

  // One listener on the list: the rows themselves are not controls, the list is.
  const onClick = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    const index = Number(target?.closest('[data-index]')?.getAttribute('data-index') ?? Number.NaN);
    const row = rows.get(index);
    if (row === undefined) return;
    if (event.shiftKey) return choosing.extendTo(index, openIndex);
    if (event.ctrlKey || event.metaKey) return choosing.toggle(row.id, index);
    openTicket(row.id);
    if (target?.closest('[data-timer-toggle]') != null) toggle(row.id);
  };

  return (
    <div
      ref={(element) => {
        scrollRef.current = element;
        return focusTarget(element);
      }}
      className={cx('list')}
      role="listbox"
      tabIndex={0}
      aria-label={t('list')}
      aria-multiselectable
      aria-keyshortcuts="X F Shift+ArrowDown Control+A"
      aria-activedescendant={isPlaced ? optionId(openIndex) : undefined}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div className={cx('rows')} role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rows.get(index);
          const place = { index, count, top: start, optionId: optionId(index) };
          if (row === undefined) return <RowToCome key={index} {...place} isFound={words.length > 0} />;
          const isOpen = index === openIndex;
          return (
            <QueueRowView
              key={index}
              row={withLiveTimer(row, live)}
              {...place}
              words={words}
              showsAnswer={question.view === 'unanswered'}
              isOpen={isOpen}
              isChosen={chosenIds.has(row.id)}
              isSelected={chosenIds.size === 0 ? isOpen : chosenIds.has(row.id)}
            />
          );
        })}
      </div>
    </div>
  );
}

function optionId(index: number): string {
  return `queue-option-${index}`;
}
