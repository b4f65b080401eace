import { describe, expect, it } from 'vitest';
import type { PortalAccount } from '../../src/main/platform/settings';
import { knownDatabase } from '../../src/main/portal-accounts';

const unnamed: PortalAccount = {
  id: 'odoo-1',
  kind: 'odoo',
  address: 'https://portal.example/',
  database: '',
  login: '',
  userId: 7,
  userName: 'Maja',
  serverVersion: '19.0',
  keepKey: 'session',
  ticketProfile: 'project-tasks',
};
const at = {
  address: unnamed.address,
  database: 'furulund',
  userId: 7,
  ticketProfile: 'project-tasks',
} as const;

describe('naming the database of a server that was connected to without', () => {
  it('comes back to the same account where it is the only one', () => {
    expect(knownDatabase([unnamed], at, ['furulund'])).toBe('');
  });

  it('is another account where there are several, or the server does not tell', () => {
    expect(knownDatabase([unnamed], at, ['furulund', 'norr'])).toBe('furulund');
    expect(knownDatabase([unnamed], at, null)).toBe('furulund');
  });

  it('is another account for another kind of tickets', () => {
    expect(knownDatabase([{ ...unnamed, ticketProfile: 'oca-helpdesk' }], at, ['furulund'])).toBe('furulund');
  });

  it('is another account for another user, another server, or somebody new', () => {
    expect(knownDatabase([{ ...unnamed, userId: 8 }], at, ['furulund'])).toBe('furulund');
    expect(knownDatabase([{ ...unnamed, address: 'https://other.example/' }], at, ['furulund'])).toBe('furulund');
    expect(knownDatabase([], at, ['furulund'])).toBe('furulund');
  });
});
