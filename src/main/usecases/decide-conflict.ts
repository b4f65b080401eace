import type { TicketConflictId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { withField } from '@core/ticket/merge-ticket';
import { isSameField } from '@core/ticket/ticket-fields';
import { readConflict, writeChoice } from '../db/queries/ticket-conflicts';
import { readTicket } from '../db/queries/tickets';
import { announceTicket, type ChangeTicketFailure, changeableFieldsOf, writeTicketFields } from './change-ticket';
import type { Workbench } from './workbench';

export type DecideConflictFailure =
  | ChangeTicketFailure
  /** The field holds neither of the versions that were decided between: somebody has written a third one. */
  | { readonly kind: 'ticket-changed-since' };

/**
 * A person says which of the two versions of a field is to hold, or takes that back (null). Mine is written to the portal
 * as a change of its own. Where the field has become a third version since, nothing is written or decided
 * (`ticket-changed-since`): only that the portal's stays can be said then.
 */
export async function decideConflict(
  workbench: Workbench,
  { conflictId, choice }: { readonly conflictId: TicketConflictId; readonly choice: 'mine' | 'theirs' | null },
): Promise<Outcome<null, DecideConflictFailure>> {
  const at = workbench.clock.read().wall;
  const decided = await workbench.database.transaction().execute(async (trx) => {
    const conflict = await readConflict(trx, conflictId);
    const ticket = conflict && (await readTicket(trx, conflict.ticketId));
    const here = changeableFieldsOf(ticket);
    if (!here.ok) return here;
    if (!conflict || !ticket) return fail({ kind: 'not-found' } as const);
    const { field, mine, theirs } = conflict;
    const [from, to] = choice === 'mine' ? [theirs, mine] : [mine, theirs];
    const isTakenBack = conflict.choice === 'mine' && choice !== 'mine';
    if ((choice === 'mine' || isTakenBack) && !isSameField(field, here.value, to)) {
      if (!isSameField(field, here.value, from)) return fail({ kind: 'ticket-changed-since' } as const);
      await writeTicketFields(workbench, trx, ticket, withField(here.value, field, to));
    }
    await writeChoice(trx, conflictId, choice, at);
    return succeed(ticket.id);
  });
  if (!decided.ok) return decided;
  announceTicket(workbench, decided.value);
  return succeed(null);
}
