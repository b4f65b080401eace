import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail, type Outcome, succeed } from '@core/outcome';
import { removalObstacle } from '@core/sync/unsent-work';
import { openToRead } from './db/open';
import type { GivenKey, KnownPortals, PortalProblem, Session } from './ipc/parts';
import { createAttachmentStore } from './platform/attachment-store';
import type { Clock } from './platform/clock';
import { createPictureStore } from './platform/picture-store';
import type { Secrets } from './platform/secrets';
import type { PortalAccount, Stored } from './platform/settings';
import { removePortal } from './remove-portal';
import { readTimers } from './usecases/read-timers';
import { type MarkedWork, NOTHING_UNSENT, readUnsentWork } from './usecases/read-unsent-work';

export interface KnownPortalParts {
  readonly dataFolder: string;
  readonly settings: { read(): Pick<Stored, 'accounts'> };
  readonly secrets: Pick<Secrets, 'read'>;
  readonly clock: Clock;
  readonly session: () => (Pick<Session, 'workbench'> & { readonly account: PortalAccount }) | null;
  /** Takes an account into use instead of the one that is. */
  readonly open: (account: PortalAccount) => Promise<Outcome<null, PortalProblem>>;
  /** Opens it with another key, which is tried first. */
  readonly openWithKey: (account: PortalAccount, key: GivenKey) => Promise<Outcome<null, PortalProblem>>;
  /** Closes what is in use; the window shows the first page. */
  readonly close: () => Promise<void>;
  /** Takes an account out of the settings, and forgets its key. */
  readonly forget: (portalId: string) => void;
}

/** The accounts that are known on this computer: to change between them, and to remove one. */
export function createKnownPortals(parts: KnownPortalParts): KnownPortals {
  /** What was unsent when everything of an account was exported, by account. An export of an earlier run is not known. */
  const exported = new Map<string, string>();

  const folderOf = (id: string) => join(parts.dataFolder, 'portals', id);
  const fileOf = (id: string) => join(folderOf(id), 'workbench.sqlite');
  const find = (id: string) => parts.settings.read().accounts.find((account) => account.id === id);

  async function readWork(id: string): Promise<MarkedWork | null> {
    if (!existsSync(folderOf(id))) return NOTHING_UNSENT;
    const database = openToRead(fileOf(id));
    if (database === null) return null;
    try {
      return await readUnsentWork(database, parts.clock.read());
    } catch {
      // Damage that only shows when it is read; opening the portal says what is wrong and what can be done.
      return null;
    } finally {
      await database.destroy();
    }
  }

  function obstacleOf(id: string, marked: MarkedWork | null) {
    const isExported = marked !== null && exported.get(id) === marked.mark;
    return removalObstacle(marked?.work ?? null, { isExported });
  }

  async function runningTicket(): Promise<string | null> {
    const session = parts.session();
    if (!session) return null;
    return (await readTimers(session.workbench)).running?.ticketNumber ?? null;
  }

  // Two of these at once would each close what the other opens.
  let last: Promise<unknown> = Promise.resolve();
  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  }

  return {
    list: () =>
      Promise.all(
        parts.settings.read().accounts.map(async (account) => {
          const { id, kind, address, database, userName, ticketProfile } = account;
          const marked = await readWork(id);
          return {
            id,
            kind,
            name: kind === 'odoo' ? new URL(address).host : '',
            address,
            database,
            userName,
            ticketProfile,
            isOpen: parts.session()?.account.id === id,
            hasKey: kind !== 'odoo' || parts.secrets.read(id) !== null,
            unsent: marked?.work ?? null,
            removalObstacle: obstacleOf(id, marked),
          };
        }),
      ),
    open: (portalId, key) =>
      inTurn(async () => {
        const account = find(portalId);
        if (!account) return fail({ code: 'not-found', message: '' });
        const pausedTicketNumber = parts.session()?.account.id === portalId ? null : await runningTicket();
        const opened = await (key === null ? parts.open(account) : parts.openWithKey(account, key));
        return opened.ok ? succeed({ pausedTicketNumber }) : opened;
      }),
    close: () =>
      inTurn(async () => {
        const pausedTicketNumber = await runningTicket();
        await parts.close();
        return { pausedTicketNumber };
      }),
    beginExport: async (portalId) => {
      const account = find(portalId);
      const marked = account ? await readWork(portalId) : null;
      if (!account || !marked || !existsSync(fileOf(portalId))) return null;
      return {
        file: fileOf(portalId),
        pictures: createPictureStore(join(folderOf(portalId), 'pictures')),
        attachments: createAttachmentStore(join(folderOf(portalId), 'attachments')),
        portal: account,
        // Whatever was added while it was written may not be in it.
        noteWritten: () => void exported.set(portalId, marked.mark),
      };
    },
    remove: (portalId) =>
      inTurn(async () => {
        const account = find(portalId);
        if (!account) return fail({ kind: 'not-found', message: '' });
        const mayNot = async () => obstacleOf(portalId, await readWork(portalId));
        const obstacle = await mayNot();
        if (obstacle !== null) return fail({ kind: obstacle, message: '' });
        const isOpen = parts.session()?.account.id === portalId;
        if (isOpen) await parts.close();
        // Until it was closed, the tray or a sync could still write to it.
        const since = await mayNot();
        const removed = since === null ? await removePortal(account, parts) : fail({ kind: since, message: '' });
        if (removed.ok) exported.delete(portalId);
        else if (isOpen) await parts.open(account);
        return removed;
      }),
  };
}
