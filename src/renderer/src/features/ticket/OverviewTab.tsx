import { parseOdooAddress } from '@core/ticket/odoo-address';
import { recogniseReferences } from '@core/ticket/references';
import type { TicketView } from '@ipc/views';
import { Text, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command';
import { classNames } from '../../ui/class-names';
import { OdooRecord } from '../../ui/OdooRecord';
import { SafeHtml } from '../../ui/SafeHtml';
import { useFormat } from '../../ui/use-format';
import { EscalationSection } from './handling/EscalationSection';
import { StateHistory } from './handling/StateHistory';
import { TargetSection } from './handling/TargetSection';
import styles from './OverviewTab.module.css';
import { TagsField } from './TagsField';

const cx = classNames(styles);

/** What the customer wrote, and what is known around it. */
export function OverviewTab({ ticket }: { readonly ticket: TicketView }) {
  const { t } = useTranslation(['ticket', 'common']);
  const format = useFormat();
  const { customer, contact } = ticket;
  // Whoever wrote is easier to reach than the firm.
  const email = contact?.email ?? customer?.email ?? null;
  const phone = contact?.phone ?? customer?.phone ?? null;
  return (
    <div className={cx('overview')}>
      <section className={cx('description')} aria-label={t('ticket:overview.description')}>
        {ticket.descriptionHtml.trim() === '' ? (
          <Text c="dimmed">{t('ticket:overview.noDescription')}</Text>
        ) : (
          <SafeHtml html={ticket.descriptionHtml} />
        )}
      </section>
      <div className={cx('side')}>
        <TargetSection ticket={ticket} />
        <EscalationSection ticket={ticket} />
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
          {email !== null && <Fact name={t('ticket:overview.email')}>{email}</Fact>}
          {phone !== null && <Fact name={t('ticket:overview.phone')}>{phone}</Fact>}
          {customer?.language != null && (
            <Fact name={t('ticket:overview.language')}>{format.languageName(customer.language)}</Fact>
          )}
        </Facts>
        <References ticket={ticket} />
        <StateHistory ticket={ticket} />
      </div>
    </div>
  );
}

/** What the ticket points at in Odoo: numbers in its text, addresses of its screen dumps. */
function References({ ticket }: { readonly ticket: TicketView }) {
  const { t } = useTranslation('ticket');
  const { mutate: openAddress } = useCommand('app:open-address');
  const references = useMemo(
    () =>
      recogniseReferences(
        [ticket.title, textOfHtml(ticket.descriptionHtml), ...ticket.screenshots.map(({ title }) => title)].join(' '),
      ),
    [ticket.title, ticket.descriptionHtml, ticket.screenshots],
  );
  const addresses = [...new Set(ticket.screenshots.map(({ address }) => address).filter((address) => address !== ''))];
  const hasRecord = addresses.some((address) => parseOdooAddress(address) !== null);
  return (
    <>
      {references.length > 0 && (
        <Facts title={t('overview.references')}>
          {references.map(({ kind, text }) => (
            <Fact key={text} name={t(`overview.reference.${kind}`)}>
              {text}
            </Fact>
          ))}
        </Facts>
      )}
      {addresses.length > 0 && (
        <section>
          <Title order={3} className={cx('heading')}>
            {t('overview.addresses')}
          </Title>
          <p className={cx('tick')} data-testid="intake-screenshot">
            <IconCheck size={16} stroke={2} aria-hidden />
            {hasRecord ? t('overview.intake.record') : t('overview.intake.address')}
          </p>
          <ul className={cx('addresses')}>
            {addresses.map((address) => (
              <li key={address}>
                <button type="button" className={cx('address')} onClick={() => openAddress({ address })}>
                  {address}
                </button>
                {parseOdooAddress(address) !== null && (
                  <div>
                    <OdooRecord address={address} />
                  </div>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** The words of a text without its tags. Parsed apart from the window: nothing in it is loaded or run. */
function textOfHtml(html: string): string {
  return new DOMParser().parseFromString(html.replaceAll('<', ' <'), 'text/html').body.textContent ?? '';
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
