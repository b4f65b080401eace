import { decideCoverage, letCoverageStand } from '../../usecases/change-coverage';
import { done, type Handlers, refuse } from '../handle';
import type { AppParts } from '../parts';
import { withSession } from './with-session';

/** What is decided of a kind of work on a ticket instead of the terms. */
export function createCoverageHandlers(parts: AppParts): Pick<Handlers, 'coverage:decide' | 'coverage:let-stand'> {
  return {
    'coverage:decide': withSession(parts, async ({ workbench }, decision) => {
      const decided = await decideCoverage(workbench, decision);
      return decided.ok ? done(decided.value) : refuse(decided.failure.kind);
    }),
    'coverage:let-stand': withSession(parts, async ({ workbench }, standing) => {
      const changed = await letCoverageStand(workbench, standing);
      return changed.ok ? done(changed.value) : refuse(changed.failure.kind);
    }),
  };
}
