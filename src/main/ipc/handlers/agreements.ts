import { deleteAgreement, writeAgreement } from '../../usecases/change-agreements';
import { readAgreements } from '../../usecases/read-agreements';
import { done, type Handlers, refuse } from '../handle';
import type { AppParts } from '../parts';
import { withSession } from './with-session';

/** Customers' agreements. */
export function createAgreementHandlers(
  parts: AppParts,
): Pick<Handlers, 'agreements:read' | 'agreements:write' | 'agreements:delete'> {
  return {
    'agreements:read': withSession(parts, async ({ workbench }) =>
      done(await readAgreements(workbench.database, workbench.clock.read().wall)),
    ),
    'agreements:write': withSession(parts, async ({ workbench }, request) => {
      const written = await writeAgreement(workbench, request);
      if (written.ok) return done(written.value);
      return written.failure.kind === 'agreement-invalid'
        ? refuse('invalid-request', 'validUntil')
        : refuse(written.failure.kind);
    }),
    'agreements:delete': withSession(parts, async ({ workbench }, { agreementId }) => {
      const deleted = await deleteAgreement(workbench, agreementId);
      return deleted.ok ? done({}) : refuse(deleted.failure.kind);
    }),
  };
}
