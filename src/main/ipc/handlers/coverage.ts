import { decideCoverage, letCoverageStand } from '../../usecases/change-coverage';
import { decideLineVerdict } from '../../usecases/decide-line-verdict';
import { done, type Handlers, refuse } from '../handle';
import type { AppParts } from '../parts';
import { withSession } from './with-session';

/** What is decided of a kind of work on a ticket, or of one line, instead of the terms. */
export function createCoverageHandlers(
  parts: AppParts,
): Pick<Handlers, 'coverage:decide' | 'coverage:let-stand' | 'coverage:decide-line'> {
  return {
    'coverage:decide': withSession(parts, async ({ workbench }, decision) => {
      const decided = await decideCoverage(workbench, decision);
      return decided.ok ? done(decided.value) : refuse(decided.failure.kind);
    }),
    'coverage:let-stand': withSession(parts, async ({ workbench }, standing) => {
      const changed = await letCoverageStand(workbench, standing);
      return changed.ok ? done(changed.value) : refuse(changed.failure.kind);
    }),
    'coverage:decide-line': withSession(parts, async ({ workbench }, decision) => {
      const changed = await decideLineVerdict(workbench, decision);
      return changed.ok ? done({}) : refuse(changed.failure.kind);
    }),
  };
}
