import type { TicketView } from '@ipc/ticket-views';
import { useEffect } from 'react';
import { call } from '../../api/client';

/**
 * Tells that a person has the ticket in view, as long as something on it is new: at once in a window that has the
 * keyboard, otherwise when somebody comes back to it.
 */
export function useMarkOpened(ticket: Pick<TicketView, 'id' | 'unread'> | undefined): void {
  const ticketId = ticket === undefined || ticket.unread === 'none' ? null : ticket.id;
  useEffect(() => {
    if (ticketId === null) return;
    const mark = () => {
      // Not done, the mark stays, and the next look tries again.
      if (document.hasFocus()) void call('ticket:mark-opened', { ticketId }).catch(() => undefined);
    };
    mark();
    window.addEventListener('focus', mark);
    return () => window.removeEventListener('focus', mark);
  }, [ticketId]);
}
