import { succeed } from '@core/outcome';
import { createHttpExchange } from './http-exchange';
import type { OdooConnection, OdooTransport } from './odoo-transport';
import { versionSchema } from './schemas';

/** JSON-2, Odoo's interface since version 19: one address for each method, the key in a header. */
export function createJson2Transport(options: OdooConnection): OdooTransport {
  const { exchange } = createHttpExchange(options);
  return {
    call: (call) => {
      const headers: Record<string, string> = {
        authorization: `bearer ${options.apiKey}`,
        'content-type': 'application/json',
      };
      if (options.database !== null) headers['x-odoo-database'] = options.database;
      const path = `/json/2/${encodeURIComponent(call.model)}/${encodeURIComponent(call.method)}`;
      const body = JSON.stringify(call.arguments);
      return exchange(path, { method: 'POST', headers, body }, call.answer, call);
    },
    readVersion: async () => {
      const version = await exchange('/web/version', { method: 'GET' }, versionSchema);
      return version.ok ? succeed(version.value.version) : version;
    },
  };
}
