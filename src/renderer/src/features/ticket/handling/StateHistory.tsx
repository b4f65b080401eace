import { assertNever } from '@core/assert-never';
import type { TicketHandling } from '@core/ticket/ticket-event';
import type { TicketView } from '@ipc/ticket-views';
import { Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { useFormat } from '../../../ui/use-format';
import styles from './HandlingSections.module.css';
import { type HistoryRow, historyRows } from './history-rows';

const cx = classNames(styles);

/** How the ticket came to be where it is: its states with their times, and what was decided by whom and why. */
export function StateHistory({ ticket }: { readonly ticket: TicketView }) {
  const { t } = useTranslation('handling');
  const headingId = useId();
  const rows = historyRows(ticket.handling);
  if (rows.length === 0) return null;
  return (
    <section className={cx('section')}>
      <Title order={3} id={headingId} className={cx('heading')}>
        {t('history.title')}
      </Title>
      <ol className={cx('history')} aria-labelledby={headingId}>
        {rows.map((row) => (
          <Row key={row.key} row={row} />
        ))}
      </ol>
    </section>
  );
}

function Row({ row }: { readonly row: HistoryRow }) {
  const { t } = useTranslation('handling');
  const format = useFormat();
  const words = useEventWords();
  const at = format.dayTime(row.at);
  if (row.kind === 'status') {
    return (
      <li>
        {t(`status.${row.status}`)}
        <span className={cx('quiet')}>{row.isExact ? at : t('history.atLatest', { at })}</span>
      </li>
    );
  }
  const { handling, by, isWithdrawn } = row.event;
  return (
    <li>
      <span className={cx(isWithdrawn && 'withdrawn')}>{words(handling)}</span>
      <span className={cx('quiet')}>{[at, by, ...(isWithdrawn ? [t('history.withdrawn')] : [])].join(' · ')}</span>
    </li>
  );
}

function useEventWords() {
  const { t } = useTranslation('handling');
  const format = useFormat();
  return (handling: TicketHandling): string => {
    switch (handling.kind) {
      case 'moved-to-line':
        return t(`history.event.line-${handling.line}`, { reason: handling.reason });
      case 'escalation-requested':
        return t('history.event.escalation-requested', { name: handling.calledBy, about: handling.about });
      case 'escalation-accepted':
        return handling.note === ''
          ? t('history.event.escalation-accepted')
          : t('history.event.escalation-accepted-note', { note: handling.note });
      case 'escalation-declined':
        return t('history.event.escalation-declined', { reason: handling.reason });
      case 'passed-over':
        return t('history.event.passed-over', { reason: handling.reason });
      case 'follow-up':
        return handling.on === null
          ? t('history.event.follow-up-none')
          : t('history.event.follow-up', { day: format.shortDay(handling.on) });
      default:
        return assertNever(handling);
    }
  };
}
