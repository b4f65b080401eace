import { changeCustomerService, readCustomerServices } from '../../usecases/customer-service';
import { handleTicket, withdrawHandling } from '../../usecases/handle-ticket';
import { done, type Handlers, refuse } from '../handle';
import type { AppParts } from '../parts';
import { withSession } from './with-session';

/** How tickets are handled, and when service is open for a customer. */
export function createHandlingHandlers(
  parts: AppParts,
): Pick<Handlers, 'ticket:handle' | 'ticket:withdraw-handling' | 'service:read' | 'service:write'> {
  return {
    'ticket:handle': withSession(parts, async ({ workbench }, request) => {
      const handled = await handleTicket(workbench, request);
      return handled.ok ? done(handled.value) : refuse(handled.failure.kind);
    }),
    'ticket:withdraw-handling': withSession(parts, async ({ workbench }, { eventId }) => {
      const withdrawn = await withdrawHandling(workbench, eventId);
      return withdrawn.ok ? done({}) : refuse(withdrawn.failure.kind);
    }),
    'service:read': withSession(parts, async ({ workbench }) =>
      done({ customers: await readCustomerServices(workbench.database) }),
    ),
    'service:write': withSession(parts, async ({ workbench }, request) => {
      const changed = await changeCustomerService(workbench, request);
      if (!changed.ok) return refuse(changed.failure.kind);
      const before = changed.value;
      return done({ before: before && { ...before, closedDays: [...before.closedDays] } });
    }),
  };
}
