import type { PortalAccount } from './platform/settings';
import { PRACTICE_ACCOUNT_ID } from './remove-portal';

/** The account of somebody who practises, with the portal that the app runs itself. */
export const PRACTICE_ACCOUNT: PortalAccount = {
  id: PRACTICE_ACCOUNT_ID,
  kind: 'practice',
  address: '',
  database: '',
  login: '',
  userId: 0,
  userName: 'Maja Lindqvist',
  serverVersion: '19.0',
  keepKey: 'session',
  ticketProfile: 'project-tasks',
};
