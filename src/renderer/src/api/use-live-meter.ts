import type { MeterView } from '@ipc/limit-views';
import type { TicketView } from '@ipc/ticket-views';
import type { TimersView } from '@ipc/timer-views';
import { useCallback } from 'react';
import { useTimers } from './queries';

/** The meter of a ticket. A timer's own moves with its beats; the ticket's stands still until it is read again. */
export function useLiveMeter(ticket: Pick<TicketView, 'id' | 'meter'>): MeterView {
  const selectMeter = useCallback(
    ({ running, paused }: TimersView) =>
      [...(running === null ? [] : [running]), ...paused].find(({ ticketId }) => ticketId === ticket.id)?.meter ?? null,
    [ticket.id],
  );
  return useTimers(selectMeter) ?? ticket.meter;
}
