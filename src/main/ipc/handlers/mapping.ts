import { readMapping } from '../../usecases/read-mapping';
import { done, type Handlers, refuse } from '../handle';
import type { AppParts } from '../parts';
import { withSession } from './with-session';

/** What of the portal maps to what here. */
export function createMappingHandlers(
  parts: AppParts,
): Pick<Handlers, 'mapping:read' | 'mapping:try' | 'mapping:write'> {
  return {
    'mapping:read': withSession(parts, async ({ workbench, mapping }) =>
      done(await readMapping(workbench.database, mapping.profile)),
    ),
    'mapping:try': withSession(parts, async ({ mapping }, choices) => {
      const tried = await mapping.try({ ...choices, profile: mapping.profile });
      return tried.ok ? done(tried.value) : refuse(tried.failure.code, tried.failure.message);
    }),
    'mapping:write': withSession(parts, async ({ mapping, sync }, choices) => {
      const { profile: _profile, ...before } = await mapping.change({ ...choices, profile: mapping.profile });
      // What is followed now comes in its own time.
      void sync.run();
      return done({ before });
    }),
  };
}
