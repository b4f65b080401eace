import { toProblem } from '../../portal-accounts';
import { changeMapping } from '../../usecases/change-mapping';
import { readMapping } from '../../usecases/read-mapping';
import { tryMapping } from '../../usecases/try-mapping';
import { done, type Handlers, refuse } from '../handle';
import type { AppParts } from '../parts';
import { withSession } from './with-session';

/** What of the portal maps to what here. */
export function createMappingHandlers(
  parts: AppParts,
): Pick<Handlers, 'mapping:read' | 'mapping:try' | 'mapping:write'> {
  return {
    'mapping:read': withSession(parts, async ({ workbench, ticketProfile }) =>
      done(await readMapping(workbench.database, ticketProfile)),
    ),
    'mapping:try': withSession(parts, async ({ server, ticketProfile }, choices) => {
      if (server === null) return refuse('key-refused');
      const tried = await tryMapping(server, { ...choices, profile: ticketProfile });
      if (tried.ok) return done(tried.value);
      const { code, message } = toProblem(tried.failure);
      return refuse(code, message);
    }),
    'mapping:write': withSession(parts, async ({ workbench, server, sync, ticketProfile }, choices) => {
      const { profile: _profile, ...before } = await changeMapping(workbench, server, {
        ...choices,
        profile: ticketProfile,
      });
      // What is followed now comes in its own time.
      void sync.run();
      return done({ before });
    }),
  };
}
