import type { CustomerId, TicketId } from '@core/ids';
import type { RequestInput, RequestOutput } from '@ipc/contract';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../../api/query-keys';
import { useCommand } from '../../../api/use-command';
import { showUndoNotice } from '../../../ui/undo-notice';
import { withCustomerChanges, withTicketNotes } from './noted-details';

type TicketNotes = RequestInput<'details:note-ticket'>['notes'];
type CustomerChanges = RequestInput<'details:note-customer'>['changes'];

/**
 * Notes something about a ticket, and offers to take that back. It shows at once; while `isPending`, what follows from it
 * is still that of before.
 */
export function useNoteOnTicket(ticketId: TicketId) {
  const { t } = useTranslation('details');
  const queryKey = queryKeys.details(ticketId);
  const { mutate, isPending } = useCommand('details:note-ticket', {
    changes: [queryKey],
    shownAtOnce: { queryKey, apply: withTicketNotes },
  });
  const note = (notes: TicketNotes) =>
    mutate(
      { ticketId, notes },
      {
        onSuccess: ({ before }) =>
          showUndoNotice({
            topic: `details ${ticketId}`,
            message: t('noted'),
            onUndo: () => mutate({ ticketId, notes: sameParts(notes, before) }),
          }),
      },
    );
  return { note, isPending };
}

/** The earlier values of what was changed, and of nothing else: the rest may have been changed since. */
function sameParts(notes: TicketNotes, before: RequestOutput<'details:note-ticket'>['before']): TicketNotes {
  return {
    ...(notes.details && { details: pick(before.details, notes.details) }),
    ...(notes.references && { references: before.references }),
    ...(notes.steps && { steps: pick(before.steps, notes.steps) }),
  };
}

function pick<Values extends object>(before: Values, changed: object): Partial<Values> {
  const picked: Partial<Values> = {};
  for (const key in before) if (key in changed) picked[key] = before[key];
  return picked;
}

/** Notes something about a customer, and offers to take that back. It shows at once. */
export function useNoteOnCustomer(ticketId: TicketId, customerId: CustomerId) {
  const { t } = useTranslation('details');
  const queryKey = queryKeys.details(ticketId);
  const { mutate } = useCommand('details:note-customer', {
    changes: [queryKey],
    shownAtOnce: { queryKey, apply: withCustomerChanges },
  });
  return (changes: CustomerChanges) =>
    mutate(
      { customerId, changes },
      {
        onSuccess: ({ before }) =>
          showUndoNotice({
            topic: `details of customer ${customerId}`,
            message: t('noted'),
            onUndo: () => mutate({ customerId, changes: pick(before, changes) }),
          }),
      },
    );
}
