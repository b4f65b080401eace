import type { NamedTicketView } from '@ipc/requests/tickets';
import type { TicketView } from '@ipc/ticket-views';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/client';
import { queryKeys } from '../../../api/query-keys';
import { useFormat } from '../../../ui/use-format';
import { useWorkbenchActions } from '../../../ui/workbench-actions';
import { Action } from '../handling/TargetSection';
import styles from './Links.module.css';
import { Section } from './LinksSection';

/** Open tickets of the same customer that could be the same matter, as long as this one is open and no duplicate. */
export function SimilarSection({ ticket }: { readonly ticket: TicketView }) {
  const { t } = useTranslation(['links', 'common']);
  const format = useFormat();
  const { openTicket, mergeTicket } = useWorkbenchActions();
  const { id, title, customer, links } = ticket;
  const isAsked = customer !== null && ticket.state !== 'solved' && links.duplicateOf === null;
  const similar = useQuery({
    queryKey: queryKeys.similarTo(id, title),
    queryFn: isAsked ? () => call('ticket:similar', { customerId: customer.id, title, exceptId: id }) : skipToken,
    refetchOnMount: 'always',
  });
  // What is known to be another part of the same ticket is another matter.
  const parts = new Set((links.split?.tickets ?? []).map((part) => part.ticket.id));
  const tickets = isAsked ? (similar.data?.tickets ?? []).filter((found) => !parts.has(found.id)) : [];
  if (tickets.length === 0) return null;
  // Whoever asked first keeps the place in the queue.
  const merge = (found: NamedTicketView) =>
    found.registeredAt > ticket.registeredAt ? mergeTicket(found.id, id) : mergeTicket(id, found.id);
  return (
    <Section title={t('links:overview.similar')} testId="similar">
      <ul className={styles['list']}>
        {tickets.map((found) => (
          <li key={found.id}>
            <button type="button" className={styles['ticket']} onClick={() => openTicket(found.id, { focus: true })}>
              {found.number} {found.title}
            </button>
            <span className={styles['quiet']}>
              <span>
                {t(`common:ticketState.${found.state}`)} · {format.dayTime(found.registeredAt)}
              </span>
              <Action onClick={() => merge(found)}>{t('links:overview.merge')}</Action>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
