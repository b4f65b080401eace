import type { DetailsView } from '@ipc/details-views';
import type { TicketView } from '@ipc/ticket-views';
import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import { SafeHtml } from '../../ui/SafeHtml';
import { useFormat } from '../../ui/use-format';
import { ContactLine } from './details/ContactLine';
import { CustomerSection } from './details/CustomerSection';
import { IntakeSection } from './details/IntakeSection';
import { ReferencesSection } from './details/ReferencesSection';
import { EscalationSection } from './handling/EscalationSection';
import { StateHistory } from './handling/StateHistory';
import { TargetSection } from './handling/TargetSection';
import { LinksSection } from './links/LinksSection';
import { SimilarSection } from './links/SimilarSection';
import styles from './OverviewTab.module.css';
import { TagsField } from './TagsField';

const cx = classNames(styles);

interface OverviewTabProps {
  readonly ticket: TicketView;
  /** Undefined until they are read. */
  readonly details: DetailsView | undefined;
  readonly onDraft: (text: string) => void;
}

/** What the customer wrote, and what is known around it. */
export function OverviewTab({ ticket, details, onDraft }: OverviewTabProps) {
  const { t } = useTranslation(['ticket', 'common']);
  const format = useFormat();
  const { customer, contact } = ticket;
  // Whoever wrote is easier to reach than the firm.
  const email = contact?.email ?? customer?.email ?? null;
  const phone = contact?.phone ?? customer?.phone ?? null;
  return (
    <div className={cx('overview')}>
      <div className={cx('main')}>
        <section aria-label={t('ticket:overview.description')}>
          {ticket.descriptionHtml.trim() === '' ? (
            <Text c="dimmed">{t('ticket:overview.noDescription')}</Text>
          ) : (
            <SafeHtml html={ticket.descriptionHtml} />
          )}
        </section>
        {details !== undefined && <IntakeSection ticket={ticket} details={details} onDraft={onDraft} />}
        {details !== undefined && <ReferencesSection intake={details.intake} />}
        {details?.customer != null && <CustomerSection ticket={ticket} card={details.customer} />}
      </div>
      <div className={cx('side')}>
        <TargetSection ticket={ticket} />
        <LinksSection ticket={ticket} />
        <EscalationSection ticket={ticket} />
        <SimilarSection ticket={ticket} />
        <Facts title={t('ticket:overview.facts')}>
          <Fact name={t('ticket:overview.registered')}>{format.dateTime(ticket.registeredAt)}</Fact>
          {ticket.timeCriticalCategory !== null && (
            <Fact name={t('ticket:overview.category')}>{t(`common:timeCritical.${ticket.timeCriticalCategory}`)}</Fact>
          )}
          <Fact name={t('ticket:overview.project')}>{ticket.groupName}</Fact>
          {ticket.stageName !== null && <Fact name={t('ticket:overview.stage')}>{ticket.stageName}</Fact>}
          <Fact name={t('ticket:overview.tags')}>
            <TagsField ticket={ticket} />
          </Fact>
        </Facts>
        <Facts title={t('ticket:overview.contact')}>
          <Fact name={t('ticket:overview.contactName')}>{customer?.name ?? t('common:noCustomer')}</Fact>
          {contact !== null && <Fact name={t('ticket:overview.person')}>{contact.name}</Fact>}
          {email !== null && (
            <Fact name={t('ticket:overview.email')}>
              <ContactLine method="email" value={email} />
            </Fact>
          )}
          {phone !== null && (
            <Fact name={t('ticket:overview.phone')}>
              <ContactLine method="telephone" value={phone} />
            </Fact>
          )}
          {customer?.language != null && (
            <Fact name={t('ticket:overview.language')}>{format.languageName(customer.language)}</Fact>
          )}
        </Facts>
        <StateHistory ticket={ticket} />
      </div>
    </div>
  );
}

function Facts({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <Title order={3} className={cx('heading')}>
        {title}
      </Title>
      <dl className={cx('facts')}>{children}</dl>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
