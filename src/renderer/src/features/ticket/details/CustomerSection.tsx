import { serviceSchema } from '@core/billing/service';
import { SERVICES } from '@core/billing/services';
import type { CustomerCardView } from '@ipc/details-views';
import type { TicketView } from '@ipc/ticket-views';
import { MultiSelect, SegmentedControl, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { PackSummary } from '../../../ui/PackSummary';
import { useFormat } from '../../../ui/use-format';
import { useWorkbenchActions } from '../../../ui/workbench-actions';
import styles from './details.module.css';
import { NotedField } from './NotedField';
import { TestCopies, TestCopySum } from './TestCopies';
import { useNoteOnCustomer } from './use-details';

const cx = classNames(styles);

interface CustomerSectionProps {
  readonly ticket: TicketView;
  readonly card: CustomerCardView;
}

/** What is worth knowing about the customer: what is open, what is left of the packs, what was asked lately. */
export function CustomerSection({ ticket, card }: CustomerSectionProps) {
  const { t } = useTranslation(['details', 'common']);
  const format = useFormat();
  const { openTicket } = useWorkbenchActions();
  return (
    <section aria-label={t('details:customer.title')} className={cx('section')} data-testid="customer-card">
      <Title order={3} className={cx('heading')}>
        {t('details:customer.title')}
      </Title>
      <p className={cx('line')}>{t('details:customer.open', { count: card.openTicketCount })}</p>
      {ticket.packs !== null && <PackSummary packs={ticket.packs} />}
      {card.latestTickets.length > 0 && (
        <ul className={cx('list')} aria-label={t('details:customer.latest')}>
          {card.latestTickets.map(({ id, number, title, state, registeredAt }) => (
            <li key={id}>
              <button type="button" className={cx('link')} onClick={() => openTicket(id)}>
                {number} {title}
              </button>
              <span className={cx('quiet')}>
                {' '}
                {t(`common:ticketState.${state}`)} · {format.dayTime(registeredAt)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {card.missingBackups.map(({ service, sentence }) => (
        <p key={service} className={cx('warn')}>
          <IconAlertTriangle size={15} stroke={1.75} aria-hidden />
          <span>
            {SERVICES[service].name}: <q lang="sv">{sentence}</q>
          </span>
        </p>
      ))}
      {(card.testCopies.areIncluded || card.testCopies.copies.length > 0) && (
        <details className={cx('more')}>
          <summary>
            <TestCopySum card={card} />
          </summary>
          <TestCopies ticket={ticket} card={card} isSumSaid />
        </details>
      )}
      <CustomerNotes ticket={ticket} card={card} />
    </section>
  );
}

/** What the portal has no field for. */
function CustomerNotes({ ticket, card }: CustomerSectionProps) {
  const { t } = useTranslation('details');
  const note = useNoteOnCustomer(ticket.id, card.id);
  const { odooAddress, services, hasPortalAccount, consultant, businessConsultant } = card.details;
  const account = hasPortalAccount === null ? 'unknown' : hasPortalAccount ? 'yes' : 'no';
  return (
    <details className={cx('more')}>
      <summary>{t('customer.note')}</summary>
      <div className={cx('fields')}>
        <NotedField
          label={t('customer.odooAddress')}
          value={odooAddress}
          maxLength={500}
          placeholder="https://"
          onNote={(text) => note({ odooAddress: text })}
        />
        <MultiSelect
          label={t('customer.services')}
          value={services}
          data={serviceSchema.options.map((value) => ({ value, label: SERVICES[value].name }))}
          onChange={(chosen) => note({ services: serviceSchema.options.filter((service) => chosen.includes(service)) })}
        />
        <div>
          <span className={cx('label')} id={`account-${card.id}`}>
            {t('customer.portalAccount')}
          </span>
          <SegmentedControl
            aria-labelledby={`account-${card.id}`}
            value={account}
            onChange={(chosen) => note({ hasPortalAccount: chosen === 'unknown' ? null : chosen === 'yes' })}
            data={(['unknown', 'yes', 'no'] as const).map((value) => ({
              value,
              label: t(`customer.account.${value}`),
            }))}
          />
        </div>
        <NotedField
          label={t('customer.consultant')}
          value={consultant}
          maxLength={200}
          onNote={(text) => note({ consultant: text })}
        />
        <NotedField
          label={t('customer.businessConsultant')}
          value={businessConsultant}
          maxLength={200}
          onNote={(text) => note({ businessConsultant: text })}
        />
      </div>
    </details>
  );
}
