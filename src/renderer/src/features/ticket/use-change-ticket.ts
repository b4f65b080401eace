import type { TicketChange } from '@core/ticket/change-ticket';
import type { TicketView } from '@ipc/ticket-views';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command';
import { showUndoNotice } from '../../ui/undo-notice';

/** Changes a ticket, and offers to take the change back. */
export function useChangeTicket(ticket: Pick<TicketView, 'id' | 'number'>) {
  const { t } = useTranslation('ticket');
  const { mutate, isPending } = useCommand('ticket:change');
  const change = (wanted: TicketChange, what: string) =>
    mutate(
      { ticketId: ticket.id, change: wanted },
      {
        onSuccess: ({ before }) =>
          showUndoNotice({
            topic: `ticket ${ticket.id}`,
            message: t('change.done', { number: ticket.number, what }),
            onUndo: () => mutate({ ticketId: ticket.id, change: before }),
          }),
      },
    );
  return { change, isPending };
}
