import type { QueueRow } from '@ipc/views';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimers } from '../../api/queries';
import { useTimerToggle } from '../../api/use-timer-toggle';
import { classNames } from '../../ui/class-names';
import { useFocusTarget } from '../../ui/focus-targets';
import { useWorkbenchActions } from '../../ui/workbench-actions';
import { selectLiveTimers, withLiveTimer } from './live-timers';
import { moveSelection } from './move-selection';
import styles from './QueueList.module.css';
import { QueueRowView } from './QueueRowView';
import { useQueueReady } from './use-queue-ready';

const cx = classNames(styles);
const ROW_HEIGHT_PX = 52;

interface QueueListProps {
  readonly rows: readonly QueueRow[];
  readonly selectedId: string | null;
}

/** The tickets as a list box: only the rows in view exist, and the keyboard stays on the list itself. */
export function QueueList({ rows, selectedId }: QueueListProps) {
  const { t } = useTranslation('queue');
  const { openTicket } = useWorkbenchActions();
  const { toggle } = useTimerToggle();
  const live = useTimers(selectLiveTimers);
  const scrollRef = useRef<HTMLDivElement>(null);
  const focusTarget = useFocusTarget('queue');
  const selectedIndex = rows.findIndex(({ id }) => id === selectedId);

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 8,
    getItemKey: (index) => rows[index]?.id ?? index,
    // The selected row always exists, also scrolled away: aria-activedescendant points at it.
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      if (selectedIndex < 0 || indexes.includes(selectedIndex)) return indexes;
      return [...indexes, selectedIndex].sort((one, other) => one - other);
    },
  });
  const items = virtualizer.getVirtualItems();

  useEffect(() => {
    if (selectedIndex >= 0) virtualizer.scrollToIndex(selectedIndex, { align: 'auto' });
  }, [selectedIndex, virtualizer]);
  useQueueReady(items.length > 0);
  useEffect(() => {
    // At the start the keyboard belongs to the queue, unless a person already put it elsewhere.
    if (document.activeElement === document.body) scrollRef.current?.focus({ preventScroll: true });
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const selected = rows[selectedIndex];
    if (event.key === 'Enter' && selected !== undefined) {
      event.preventDefault();
      openTicket(selected.id, { focus: true });
      return;
    }
    if (event.key === ' ') {
      event.preventDefault();
      if (selected !== undefined && !event.repeat) toggle(selected.id);
      return;
    }
    const rowsPerPage = Math.max(1, Math.floor((scrollRef.current?.clientHeight ?? 0) / ROW_HEIGHT_PX) - 1);
    const target = rows[moveSelection(event.key, selectedIndex, rows.length, rowsPerPage) ?? -1];
    if (target === undefined) return;
    event.preventDefault();
    openTicket(target.id);
  };

  // One listener on the list: the rows themselves are not controls, the list is.
  const onClick = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    const index = Number(target?.closest('[data-index]')?.getAttribute('data-index') ?? Number.NaN);
    const row = rows[index];
    if (row === undefined) return;
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
      aria-activedescendant={selectedIndex < 0 ? undefined : optionId(selectedId ?? '')}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div className={cx('rows')} role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <QueueRowView
              key={row.id}
              row={withLiveTimer(row, live)}
              index={index}
              count={rows.length}
              top={start}
              optionId={optionId(row.id)}
              isSelected={index === selectedIndex}
            />
          );
        })}
      </div>
    </div>
  );
}

function optionId(ticketId: string): string {
  return `queue-option-${ticketId}`;
}
