import type { TicketHandling } from '@core/ticket/ticket-event';
import type { TicketView } from '@ipc/ticket-views';
import { afterwards } from '../../../api/afterwards';
import { useCommand } from '../../../api/use-command';
import { showUndoNotice } from '../../../ui/undo-notice';

/** Decides or writes down something about a ticket, and offers to take it back. */
export function useHandle(ticket: Pick<TicketView, 'id'>) {
  const command = useCommand('ticket:handle', { showsFailure: true });
  const { mutate: withdraw } = useCommand('ticket:withdraw-handling');
  const handle = (handling: TicketHandling, message: string, onDone: () => void) =>
    afterwards(command.mutateAsync({ ticketId: ticket.id, handling }), ({ eventId }) => {
      onDone();
      showUndoNotice({ topic: `ticket ${ticket.id}`, message, onUndo: () => withdraw({ eventId }) });
    });
  return { handle, isPending: command.isPending, error: command.error };
}
