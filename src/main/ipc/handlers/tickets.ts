import { findSimilarTickets } from '@core/ticket/similar-tickets';
import { listOpenTicketsOf } from '../../db/queries/customer-tickets';
import { changeTicket } from '../../usecases/change-ticket';
import { decideConflict } from '../../usecases/decide-conflict';
import { handOverTicket } from '../../usecases/hand-over-ticket';
import { readTicketChoices } from '../../usecases/read-ticket-choices';
import { registerCall } from '../../usecases/register-call';
import { unregisterTicket } from '../../usecases/register-ticket';
import { done, type Handlers, refuse } from '../handle';
import type { AppParts } from '../parts';
import { withSession } from './with-session';

/** Changing tickets, registering and handing over, and what both sides changed. */
export function createTicketHandlers(
  parts: AppParts,
): Pick<
  Handlers,
  | 'ticket:choices'
  | 'ticket:similar'
  | 'ticket:change'
  | 'ticket:hand-over'
  | 'ticket:register'
  | 'ticket:unregister'
  | 'conflict:decide'
> {
  return {
    'ticket:choices': withSession(parts, async ({ workbench }) => done(await readTicketChoices(workbench.database))),
    'ticket:similar': withSession(parts, async ({ workbench }, { customerId, title, exceptId }) => {
      const open = await listOpenTicketsOf(workbench.database, customerId);
      return done({
        tickets: findSimilarTickets(
          title,
          open.filter(({ id }) => id !== exceptId),
        ),
      });
    }),
    'ticket:change': withSession(parts, async ({ workbench }, request) => {
      const changed = await changeTicket(workbench, request);
      return changed.ok ? done({ before: changed.value }) : refuse(changed.failure.kind);
    }),
    'ticket:hand-over': withSession(parts, async ({ workbench }, request) => {
      const handed = await handOverTicket(workbench, request);
      return handed.ok ? done({ before: handed.value }) : refuse(handed.failure.kind);
    }),
    'ticket:register': withSession(parts, async ({ workbench }, form) => {
      const registered = await registerCall(workbench, form);
      return registered.ok ? done(registered.value) : refuse(registered.failure.kind);
    }),
    'ticket:unregister': withSession(parts, async ({ workbench }, { ticketId }) =>
      (await unregisterTicket(workbench, ticketId)) ? done({}) : refuse('in-use'),
    ),
    'conflict:decide': withSession(parts, async ({ workbench }, request) => {
      const decided = await decideConflict(workbench, request);
      return decided.ok ? done({}) : refuse(decided.failure.kind);
    }),
  };
}
