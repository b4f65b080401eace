import { savedFilterIdSchema } from '@core/ids';
import { deleteSavedFilter, listSavedFilters, upsertSavedFilter } from '../../db/queries/saved-filters';
import { changeManyTickets, changeTicketsBack } from '../../usecases/change-many-tickets';
import { openTicket } from '../../usecases/open-ticket';
import { countQueue, findInQueue, listQueueIds, type QueueReading, readQueue } from '../../usecases/read-queue';
import { readTicketView } from '../../usecases/read-ticket';
import { thresholdsOf } from '../../usecases/ticket-figures';
import type { Workbench } from '../../usecases/workbench';
import { done, type Handlers, refuse } from '../handle';
import type { AppParts } from '../parts';
import { withSession } from './with-session';

function readingOf({ clock, calendar, settings }: Workbench): QueueReading {
  return { now: clock.read().wall, calendar, unansweredDays: settings().unansweredDays };
}

/** The queue and the ticket. */
export function createQueueHandlers(
  parts: AppParts,
): Pick<
  Handlers,
  | 'queue:list'
  | 'queue:counts'
  | 'queue:place'
  | 'queue:ids'
  | 'queue:change-many'
  | 'queue:change-back'
  | 'queue:filters'
  | 'queue:save-filter'
  | 'queue:remove-filter'
  | 'ticket:read'
  | 'ticket:mark-opened'
> {
  return {
    'queue:list': withSession(parts, async ({ workbench }, request) =>
      done(await readQueue(workbench.database, request, readingOf(workbench))),
    ),
    'queue:counts': withSession(parts, async ({ workbench }, { scope }) =>
      done(await countQueue(workbench.database, scope, readingOf(workbench))),
    ),
    'queue:place': withSession(parts, async ({ workbench }, { question, ticketId }) =>
      done({ index: await findInQueue(workbench.database, question, ticketId, readingOf(workbench)) }),
    ),
    'queue:ids': withSession(parts, async ({ workbench }, { question, ...part }) =>
      done({ ticketIds: await listQueueIds(workbench.database, question, part, readingOf(workbench)) }),
    ),
    'queue:change-many': withSession(parts, async ({ workbench }, request) =>
      done(await changeManyTickets(workbench, request)),
    ),
    'queue:change-back': withSession(parts, async ({ workbench }, { changes }) => {
      await changeTicketsBack(workbench, changes);
      return done({});
    }),
    'queue:filters': withSession(parts, async ({ workbench }) =>
      done({ filters: await listSavedFilters(workbench.database) }),
    ),
    'queue:save-filter': withSession(parts, async ({ workbench }, filter) => {
      const id = filter.id ?? savedFilterIdSchema.parse(workbench.newId());
      await upsertSavedFilter(workbench.database, { ...filter, id });
      return done({ id });
    }),
    'queue:remove-filter': withSession(parts, async ({ workbench }, { id }) => {
      await deleteSavedFilter(workbench.database, id);
      return done({});
    }),
    'ticket:read': withSession(parts, async ({ workbench, calendar }, { ticketId }) => {
      const thresholds = thresholdsOf(workbench);
      const ticket = await readTicketView(workbench.database, ticketId, workbench.clock.read(), calendar, thresholds);
      return ticket ? done(ticket) : refuse('not-found');
    }),
    'ticket:mark-opened': withSession(parts, async ({ workbench }, { ticketId }) => {
      await openTicket(workbench, ticketId);
      return done({});
    }),
  };
}
