import { createHash } from 'node:crypto';
import { fail, type Outcome, succeed } from '@core/outcome';
import type { TicketProfileKind } from '@core/ticket/ticket-mapping';
import type { PortalAddress, PortalProblem } from './ipc/parts';
import type { PortalAccount } from './platform/settings';
import { checkPortalAddress } from './portal/odoo/address';
import { listDatabases } from './portal/odoo/list-databases';
import { createOdooPortal } from './portal/odoo/odoo-portal';
import type { Portal, PortalFailure, PortalIdentity } from './portal/portal';

/** What a person is told of a portal that did not answer as hoped. */
export function toProblem(failure: PortalFailure): PortalProblem {
  switch (failure.kind) {
    case 'unreachable':
      return { code: 'portal-unreachable', message: failure.message };
    case 'not-a-portal':
      return { code: 'not-a-portal', message: failure.message };
    case 'key-refused':
      return { code: 'key-refused', message: failure.message };
    case 'refused':
      return { code: 'portal-refused', message: failure.message };
  }
}

/** The portal at an address, with a key; nothing is asked of it yet. */
export function portalAt(at: PortalAddress): Outcome<{ portal: Portal; address: string }, PortalProblem> {
  const checked = checkPortalAddress(at.address);
  if (!checked.ok) return fail({ code: checked.failure, message: at.address });
  const portal = createOdooPortal({
    address: checked.value,
    database: at.database === '' ? null : at.database,
    login: at.login === '' ? null : at.login,
    apiKey: at.apiKey,
  });
  return succeed({ portal, address: checked.value.href });
}

/** Asks the portal who the key belongs to. */
export async function identifyAt(
  at: PortalAddress,
): Promise<Outcome<{ identity: PortalIdentity; address: string; portal: Portal }, PortalProblem>> {
  const made = portalAt(at);
  if (!made.ok) return made;
  const identity = await made.value.portal.identify();
  return identity.ok ? succeed({ identity: identity.value, ...made.value }) : fail(toProblem(identity.failure));
}

/**
 * The folder name of an account: the same server, database and user always come back to the same file. So does the same
 * kind of tickets: the ids of one kind mean others in another, and must never meet in one file.
 */
export function accountIdOf(address: string, database: string, userId: number, profile: TicketProfileKind): string {
  const kind = profile === 'project-tasks' ? '' : `\n${profile}`;
  const digest = createHash('sha256').update(`${address}\n${database}\n${userId}${kind}`).digest('hex');
  return `odoo-${digest.slice(0, 16)}`;
}

/** The databases that the server at an address serves; null where it does not tell. No key is needed, and none sent. */
export async function databasesAt(text: string): Promise<Outcome<readonly string[] | null, PortalProblem>> {
  const checked = checkPortalAddress(text);
  if (!checked.ok) return fail({ code: checked.failure, message: text });
  const listed = await listDatabases({ address: checked.value });
  return listed.ok ? listed : fail(toProblem(listed.failure));
}

/**
 * The database by which an account is known. Whoever connected to a server's only database without naming it has the
 * work of that account under no name; naming it later must not begin another file. `databases` is what the server
 * serves, null where it does not tell.
 */
export function knownDatabase(
  accounts: readonly PortalAccount[],
  at: Pick<PortalAccount, 'address' | 'database' | 'userId' | 'ticketProfile'>,
  databases: readonly string[] | null,
): string {
  const isOnly = databases?.length === 1 && databases[0] === at.database;
  const wasUnnamed = accounts.some(
    ({ kind, address, database, userId, ticketProfile }) =>
      kind === 'odoo' &&
      address === at.address &&
      database === '' &&
      userId === at.userId &&
      ticketProfile === at.ticketProfile,
  );
  return isOnly && wasUnnamed ? '' : at.database;
}
