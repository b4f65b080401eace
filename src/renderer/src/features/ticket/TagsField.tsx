import type { TicketView } from '@ipc/ticket-views';
import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTicketChoices } from '../../api/use-ticket-choices';
import { useChangeTicket } from './use-change-ticket';

/** The ticket's tags on the portal. They say whether it is time-critical or escalated. */
export function TagsField({ ticket }: { readonly ticket: TicketView }) {
  const { t } = useTranslation('ticket');
  const choices = useTicketChoices().data;
  const { change } = useChangeTicket(ticket);
  const chosen = ticket.fields.tagRemoteIds;
  const known = new Map((choices?.tags ?? []).map(({ remoteId, name }) => [remoteId, name]));
  return (
    <MultiSelect
      aria-label={t('overview.tags')}
      placeholder={chosen.length === 0 ? t('overview.noTags') : ''}
      size="xs"
      data={[...new Set([...known.keys(), ...chosen])].map((remoteId) => ({
        value: String(remoteId),
        label: known.get(remoteId) ?? `#${remoteId}`,
      }))}
      value={chosen.map(String)}
      onChange={(tags) => change({ tagRemoteIds: tags.map(Number) }, t('change.tags'))}
      disabled={!ticket.isChangeable}
      searchable
      openOnFocus={false}
      limit={100}
    />
  );
}
