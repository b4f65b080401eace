import { mailLink, telephoneLink } from '@core/contact-address';
import { noteOnCustomer, noteOnTicket } from '../../usecases/change-details';
import { readDetails } from '../../usecases/read-details';
import { done, type Handlers, refuse } from '../handle';
import type { AppParts } from '../parts';
import { withSession } from './with-session';

/** What is behind a ticket, and what consultants note about it and its customer. */
export function createDetailsHandlers(
  parts: AppParts,
): Pick<Handlers, 'details:read' | 'details:note-ticket' | 'details:note-customer' | 'details:contact'> {
  return {
    'details:read': withSession(parts, async ({ workbench }, { ticketId }) => {
      const details = await readDetails(workbench, ticketId, parts.readApp().settings.partnerName);
      return details === undefined ? refuse('not-found') : done(details);
    }),
    'details:note-ticket': withSession(parts, async ({ workbench }, { ticketId, notes }) => {
      const noted = await noteOnTicket(workbench, ticketId, notes);
      return noted.ok ? done({ before: noted.value }) : refuse(noted.failure.kind);
    }),
    'details:note-customer': withSession(parts, async ({ workbench }, { customerId, changes }) => {
      const noted = await noteOnCustomer(workbench, customerId, changes);
      return noted.ok ? done({ before: noted.value }) : refuse(noted.failure.kind);
    }),
    'details:contact': async ({ method, value }) => {
      const link = method === 'email' ? mailLink(value) : telephoneLink(value);
      if (link === null) return refuse('address-invalid', value);
      await parts.openContact(link);
      return done({});
    },
  };
}
