import { fail, type Outcome, succeed } from '@core/outcome';
import type { KeyKeeping } from '@ipc/app-views';
import type { AppParts, ChosenPortal, GivenKey, PortalProblem } from './ipc/parts';
import type { Secrets } from './platform/secrets';
import type { PortalAccount, SettingsStore } from './platform/settings';
import { accountIdOf, databasesAt, identifyAt, knownDatabase, toProblem } from './portal-accounts';

interface ConnectingParts {
  readonly settings: SettingsStore;
  readonly secrets: Secrets;
  /** The account in use; null: none. */
  readonly account: () => PortalAccount | null;
  readonly open: (account: PortalAccount, how: { isNewKey: boolean }) => Promise<Outcome<null, PortalProblem>>;
}

/** How a person comes to a portal: what it serves, whether a key is good there, and which account that is. */
export function createConnecting({ settings, secrets, account: accountInUse, open }: ConnectingParts): Pick<
  AppParts,
  'listDatabases' | 'testPortal' | 'connect' | 'replaceKey'
> & {
  /** Opens a known account with another key, which is tried first. */
  openWithKey(account: PortalAccount, key: GivenKey): Promise<Outcome<null, PortalProblem>>;
} {
  async function connect(at: ChosenPortal, keepKey: KeyKeeping): Promise<Outcome<null, PortalProblem>> {
    if (keepKey === 'keyring' && !secrets.hasKeyring()) return fail({ code: 'key-storage-needed', message: '' });
    const identified = await identifyAt(at);
    if (!identified.ok) return identified;
    const { identity, address } = identified.value;
    const { userId, userName, serverVersion } = identity;
    const { login, ticketProfile } = at;
    const databases = await databasesAt(address);
    const database = knownDatabase(
      settings.read().accounts,
      { address, database: at.database, userId, ticketProfile },
      databases.ok ? databases.value : null,
    );
    const id = accountIdOf(address, database, userId, ticketProfile);
    secrets.keep(id, at.apiKey, keepKey);
    const account = {
      id,
      kind: 'odoo' as const,
      address,
      database,
      login,
      userId,
      userName,
      serverVersion,
      keepKey,
      ticketProfile,
    };
    return open(account, { isNewKey: true });
  }

  async function openWithKey(
    account: PortalAccount,
    { apiKey, keepKey }: GivenKey,
  ): Promise<Outcome<null, PortalProblem>> {
    const { address, database, login, id, ticketProfile } = account;
    const identified = await identifyAt({ address, database, login, apiKey });
    if (!identified.ok) return identified;
    // Another person's key would book this person's time under the other name.
    if (accountIdOf(address, database, identified.value.identity.userId, ticketProfile) !== id) {
      return fail({ code: 'key-refused', message: identified.value.identity.userName });
    }
    return connect({ address, database, login, apiKey, ticketProfile }, keepKey);
  }

  return {
    listDatabases: databasesAt,
    testPortal: async (at) => {
      const identified = await identifyAt(at);
      if (!identified.ok) return identified;
      const { serverVersion, userName, employeeId } = identified.value.identity;
      const mayNot = await identified.value.portal.readMissingRights();
      if (!mayNot.ok) return fail(toProblem(mayNot.failure));
      const profiles = await identified.value.portal.readProfiles();
      if (!profiles.ok) return fail(toProblem(profiles.failure));
      return succeed({
        serverVersion,
        userName,
        hasEmployee: employeeId !== null,
        mayNot: [...mayNot.value],
        profiles: [...profiles.value],
      });
    },
    connect,
    openWithKey,
    replaceKey: async (apiKey, keepKey) => {
      const account = accountInUse();
      if (account?.kind !== 'odoo') return fail({ code: 'not-connected', message: '' });
      return openWithKey(account, { apiKey, keepKey });
    },
  };
}
