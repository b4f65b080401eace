import type { TicketView } from '@ipc/ticket-views';
import { Title } from '@mantine/core';
import { IconClockPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import { EmptyState } from '../../ui/EmptyState';
import { PackSummary } from '../../ui/PackSummary';
import { ChargeSection } from './ChargeSection';
import { LimitSection } from './LimitSection';
import { LineRows } from './LineRows';
import styles from './TimeTab.module.css';
import { WorkDoneMenu } from './WorkDoneMenu';

const cx = classNames(styles);

/** How much of the limit is used, what is charged and why, what is left of the customer's packs, and every line. */
export function TimeTab({ ticket }: { readonly ticket: TicketView }) {
  const { t } = useTranslation(['ticket', 'limit']);
  return (
    <div className={cx('time')}>
      <LimitSection ticket={ticket} />
      <ChargeSection ticket={ticket} />
      {ticket.packs !== null && (
        <section aria-label={t('limit:pack.title')}>
          <Title order={3} className={cx('heading')}>
            {t('limit:pack.title')}
          </Title>
          <PackSummary packs={ticket.packs} />
        </section>
      )}
      <section aria-label={t('ticket:time.lines')}>
        <div className={cx('head')}>
          <Title order={3} className={cx('heading')}>
            {t('ticket:time.lines')}
          </Title>
          {ticket.lines.length > 0 && <WorkDoneMenu ticket={ticket} />}
        </div>
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
                <LineRows key={line.id} line={line} escalation={ticket.escalation.kind} />
              ))}
            </tbody>
          </table>
        )}
      </section>
    </div>
  );
}
