import type { TicketView, TimersView } from '@ipc/views';
import { Text, Title } from '@mantine/core';
import { IconClockPlus, IconReceipt } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimers } from '../../api/queries';
import { classNames } from '../../ui/class-names';
import { EmptyState } from '../../ui/EmptyState';
import { FourHourMeter } from '../../ui/FourHourMeter';
import { formatMinutes } from '../../ui/format';
import { LineRows } from './LineRows';
import styles from './TimeTab.module.css';

const cx = classNames(styles);

/** How much of the limit is used, what is charged and why, and every line. */
export function TimeTab({ ticket }: { readonly ticket: TicketView }) {
  const { t } = useTranslation(['ticket', 'common']);
  const selectMeter = useCallback(
    ({ running, paused }: TimersView) =>
      [...(running === null ? [] : [running]), ...paused].find(({ ticketId }) => ticketId === ticket.id)?.meter ?? null,
    [ticket.id],
  );
  // A timer's meter moves with its beats; the ticket's own stands still until it is read again.
  const meter = useTimers(selectMeter) ?? ticket.meter;
  const { charge } = ticket;

  return (
    <div className={cx('time')}>
      <section aria-label={t('common:meter.name')} className={cx('block')}>
        <Title order={3} className={cx('heading')}>
          {t('common:meter.name')}
        </Title>
        <FourHourMeter meter={meter} withLegend />
        {meter.reachedPermille >= 1000 && (
          <Text size="sm" mt={8} fw={600}>
            {t('common:meter.reachedAdvice')}
          </Text>
        )}
      </section>
      <section aria-label={t('ticket:time.charge')} className={cx('block')}>
        <Title order={3} className={cx('heading')}>
          {t('ticket:time.charge')}
        </Title>
        <p className={cx('charge')}>
          <IconReceipt size={16} stroke={1.75} aria-hidden />
          {t(`ticket:time.chargeReason.${charge.reason}`, {
            worked: formatMinutes(charge.workedMinutes),
            charged: formatMinutes(charge.chargedMinutes),
          })}
        </p>
      </section>
      <section aria-label={t('ticket:time.lines')}>
        <Title order={3} className={cx('heading')}>
          {t('ticket:time.lines')}
        </Title>
        {ticket.lines.length === 0 ? (
          <EmptyState
            icon={IconClockPlus}
            title={t('ticket:time.empty.title')}
            text={t('ticket:time.empty.text')}
            level={3}
          />
        ) : (
          <table className={cx('table')} aria-label={t('ticket:time.lines')}>
            <thead>
              <tr>
                <th scope="col">{t('ticket:time.date')}</th>
                <th scope="col" className={cx('number')}>
                  {t('ticket:time.worked')}
                </th>
                <th scope="col">{t('ticket:time.work')}</th>
                <th scope="col">{t('ticket:time.verdict')}</th>
                <th scope="col">{t('ticket:time.sync')}</th>
              </tr>
            </thead>
            <tbody>
              {ticket.lines.map((line) => (
                <LineRows key={line.id} line={line} />
              ))}
            </tbody>
          </table>
        )}
      </section>
    </div>
  );
}
