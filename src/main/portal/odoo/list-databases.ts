import { succeed } from '@core/outcome';
import { z } from 'zod';
import type { PortalResult } from '../portal';
import { createHttpExchange } from './http-exchange';
import type { OdooConnection } from './odoo-transport';

const MOST_DATABASES = 1_000;
const LONGEST_NAME = 200;

/** Both kinds of answer come with status 200; `debug` of an error is a Python traceback: never read. */
const answerSchema = z.union([
  z.object({ result: z.array(z.string().min(1).max(LONGEST_NAME)).max(MOST_DATABASES) }),
  z.object({ error: z.unknown() }),
]);

/**
 * The names of the databases a server serves, in its order; null where it does not tell, as many are set up. The
 * request carries no key, and a redirect is not followed.
 */
export async function listDatabases(
  at: Pick<OdooConnection, 'address' | 'fetch' | 'requestTimeoutMs'>,
): Promise<PortalResult<readonly string[] | null>> {
  const { exchange } = createHttpExchange({ ...at, database: null, apiKey: '' });
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', method: 'call', params: {} }),
  };
  const answer = await exchange('/web/database/list', init, answerSchema);
  // A proxy in front of Odoo often closes this address with a page of its own.
  if (!answer.ok) return answer.failure.kind === 'unreachable' ? answer : succeed(null);
  const told = 'result' in answer.value ? answer.value.result : [];
  return succeed(told.length === 0 ? null : told);
}
