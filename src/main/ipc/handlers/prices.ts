import { deletePack, writePack } from '../../usecases/change-packs';
import { assignPriceList, deletePriceList, writePriceList } from '../../usecases/change-prices';
import { readPacks } from '../../usecases/read-packs';
import { readPrices } from '../../usecases/read-prices';
import { done, type Handlers, refuse } from '../handle';
import type { AppParts } from '../parts';
import { withSession } from './with-session';

/** Price lists and support packs. */
export function createPriceHandlers(
  parts: AppParts,
): Pick<
  Handlers,
  'prices:read' | 'prices:write' | 'prices:delete' | 'prices:assign' | 'packs:read' | 'packs:write' | 'packs:delete'
> {
  return {
    'prices:read': withSession(parts, async ({ workbench }) =>
      done(await readPrices(workbench.database, workbench.clock.read().wall)),
    ),
    'prices:write': withSession(parts, async ({ workbench }, request) => {
      const written = await writePriceList(workbench, request);
      return written.ok ? done(written.value) : refuse(written.failure.kind);
    }),
    'prices:delete': withSession(parts, async ({ workbench }, { priceListId }) => {
      const deleted = await deletePriceList(workbench, priceListId);
      return deleted.ok ? done({}) : refuse(deleted.failure.kind);
    }),
    'prices:assign': withSession(parts, async ({ workbench }, request) => {
      const assigned = await assignPriceList(workbench, request);
      return assigned.ok ? done({}) : refuse(assigned.failure.kind);
    }),
    'packs:read': withSession(parts, async ({ workbench }, { customerId }) => {
      const packs = await readPacks(workbench.database, customerId, workbench.clock.read().wall);
      return packs ? done(packs) : refuse('not-found');
    }),
    'packs:write': withSession(parts, async ({ workbench }, request) => {
      const written = await writePack(workbench, request);
      if (written.ok) return done(written.value);
      return written.failure.kind === 'pack-invalid'
        ? refuse('invalid-request', 'usedMinutes')
        : refuse(written.failure.kind);
    }),
    'packs:delete': withSession(parts, async ({ workbench }, { packId }) => {
      const deleted = await deletePack(workbench, packId);
      return deleted.ok ? done({}) : refuse(deleted.failure.kind);
    }),
  };
}
