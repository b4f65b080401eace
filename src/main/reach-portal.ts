import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from '@core/outcome';
import type { Instant } from '@core/time/instant';
import type { PortalProblem } from './ipc/parts';
import type { Secrets } from './platform/secrets';
import type { PortalAccount } from './platform/settings';
import type { Portal } from './portal/portal';
import type { PracticePortal } from './portal/practice/practice-portal';
import { portalAt } from './portal-accounts';

export interface ReachParts {
  readonly dataFolder: string;
  readonly now: () => Instant;
  readonly practiceKey: () => string;
  readonly secrets: Pick<Secrets, 'read'>;
}

/** The portals behind accounts. The practice portal runs as long as its account is in use. */
export interface PortalReach {
  /** The portal of an account; null where its key is not kept, or where it has none. */
  reach(account: PortalAccount): Promise<Outcome<{ portal: Portal }, PortalProblem> | null>;
  /** Ends the practice portal, if it runs. */
  stop(): Promise<void>;
  /** How the practice portal is reached, for tests; null when it does not run. */
  practicePortal(): { address: string; database: string; apiKey: string } | null;
}

export function createPortalReach({ dataFolder, now, practiceKey, secrets }: ReachParts): PortalReach {
  let practice: PracticePortal | null = null;
  return {
    reach: async (account) => {
      if (account.kind === 'lists') return null;
      if (account.kind === 'odoo') {
        const apiKey = secrets.read(account.id);
        const { address, database, login } = account;
        return apiKey === null ? null : portalAt({ address, database, login, apiKey });
      }
      const folder = join(dataFolder, 'practice');
      mkdirSync(folder, { recursive: true });
      // Whoever works with a portal of their own never reads it.
      const { startPracticePortal } = await import('./portal/practice/practice-portal');
      practice = await startPracticePortal({ file: join(folder, 'portal.sqlite'), now, apiKey: practiceKey() });
      // Its address changes at each start.
      const { url, database, apiKey } = practice;
      return portalAt({ address: url.href, database, login: '', apiKey });
    },
    stop: async () => {
      await practice?.stop();
      practice = null;
    },
    practicePortal: () =>
      practice && { address: practice.url.href, database: practice.database, apiKey: practice.apiKey },
  };
}
