import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { z } from 'zod';
import { CONSULTANTS, type ConsultantKey } from './data/people';
import type { PracticeHelpdesk } from './helpdesk-models';
import { fillWithPracticeData } from './practice-data';
import { createPracticeServer, type KeyHolder, PRACTICE_DATABASE } from './server';
import { openStore, type Store } from './store';

const LOOPBACK = '127.0.0.1';

export interface PracticeOptions {
  /** Where the portal keeps its records; filled with invented ones when it does not exist yet. */
  readonly file: string;
  /** The clock, in epoch milliseconds. */
  readonly now: () => number;
  /** The key of the consultant who practises. */
  readonly apiKey: string;
  /** The helpdesk it has beside its projects; none by default. */
  readonly helpdesk?: PracticeHelpdesk;
  /** A free port by default. */
  readonly port?: number;
}

/** A running practice portal. */
export interface PracticePortal {
  readonly url: URL;
  readonly database: string;
  readonly apiKey: string;
  /** Ends the server and closes its file. Calls that are under way are cut off. */
  stop(): Promise<void>;
}

/**
 * Starts a portal of invented customers and tickets on this computer, which answers as Odoo 19 does. It is an ordinary
 * server with ordinary keys: the app has no way of its own into it, so what was practised is what happens later.
 */
export async function startPracticePortal(options: PracticeOptions): Promise<PracticePortal> {
  const store = openStore(options.file, options.helpdesk ?? null);
  try {
    if (store.isNew) {
      store.inTransaction(() => {
        fillWithPracticeData(store, options.now());
        store.markFilled();
      });
    }
    const server = createPracticeServer(store, readKeyHolders(store, options.apiKey), options.now);
    server.listen(options.port ?? 0, LOOPBACK);
    // Also ends, with the error, when the port is taken.
    await once(server, 'listening');
    const { port } = z.object({ port: z.int() }).parse(server.address());
    return {
      url: new URL(`http://${LOOPBACK}:${port}`),
      database: PRACTICE_DATABASE,
      apiKey: options.apiKey,
      stop: async () => {
        const closed = once(server, 'close');
        server.close();
        server.closeAllConnections();
        await closed;
        store.close();
      },
    };
  } catch (error) {
    store.close();
    throw error;
  }
}

/** The key of a colleague, for whoever wants to act as one: it follows from the consultant's own. */
export function practiceKeyOf(colleague: Exclude<ConsultantKey, 'maja'>, apiKey: string): string {
  return createHmac('sha256', apiKey).update(CONSULTANTS[colleague].login).digest('hex');
}

function readKeyHolders(store: Store, apiKey: string): KeyHolder[] {
  const keys = new Map<string, string>([
    [CONSULTANTS.maja.login, apiKey],
    [CONSULTANTS.oskar.login, practiceKeyOf('oskar', apiKey)],
    [CONSULTANTS.elin.login, practiceKeyOf('elin', apiKey)],
  ]);
  const userSchema = z.object({ login: z.string(), partner_id: z.int(), employee_id: z.int() });
  return store.readAll('res.users').flatMap(({ id, values }) => {
    const user = userSchema.parse(values);
    const key = keys.get(user.login);
    return key === undefined
      ? []
      : [{ userId: id, partnerId: user.partner_id, employeeId: user.employee_id, login: user.login, apiKey: key }];
  });
}
