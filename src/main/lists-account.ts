import { createHash } from 'node:crypto';
import { comparableName } from '@core/imports/import-fields';
import type { PortalAccount } from './platform/settings';

/**
 * The account of somebody who works without a portal. The same name always comes back to the same file: by it a list tells
 * whose a ticket is.
 */
export function listsAccountOf(userName: string): PortalAccount {
  const digest = createHash('sha256').update(comparableName(userName)).digest('hex');
  return {
    id: `lists-${digest.slice(0, 16)}`,
    kind: 'lists',
    address: '',
    database: '',
    login: '',
    userId: 0,
    userName,
    serverVersion: '',
    keepKey: 'session',
    ticketProfile: 'project-tasks',
  };
}
