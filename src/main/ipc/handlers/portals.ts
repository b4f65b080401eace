import type { ReplyCode } from '@ipc/reply';
import { done, type Handlers, refuse } from '../handle';
import type { AppParts, PortalRemovalFailure } from '../parts';

const codes: Record<PortalRemovalFailure['kind'], ReplyCode> = {
  'not-found': 'not-found',
  unreadable: 'portal-unreadable',
  'timer-runs': 'timer-runs',
  unsent: 'unsent-work',
  'in-use': 'folder-in-use',
  'disk-full': 'disk-full',
  'not-writable': 'folder-not-removed',
};

/** The portals that are known on this computer. Exports are with the other export. */
export function createPortalsHandlers(
  parts: AppParts,
): Pick<Handlers, 'portals:list' | 'portals:open' | 'portals:close' | 'portals:remove'> {
  return {
    'portals:list': async () => done({ portals: await parts.portals.list() }),
    'portals:open': async ({ portalId, key }) => {
      const opened = await parts.portals.open(portalId, key);
      return opened.ok ? done(opened.value) : refuse(opened.failure.code, opened.failure.message);
    },
    'portals:close': async () => done(await parts.portals.close()),
    'portals:remove': async ({ portalId }) => {
      const removed = await parts.portals.remove(portalId);
      return removed.ok ? done(removed.value) : refuse(codes[removed.failure.kind], removed.failure.message);
    },
  };
}
