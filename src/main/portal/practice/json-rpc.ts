import { z } from 'zod';
import { OdooError, type OdooFault } from './odoo-error';

/** What of `/jsonrpc` the app and its tests use. */
const requestSchema = z.object({
  id: z.unknown().optional(),
  params: z.object({
    service: z.string(),
    method: z.string(),
    args: z.array(z.unknown()),
  }),
});

const credentialsSchema = z.tuple([z.string(), z.string(), z.string()]).rest(z.unknown());
const callSchema = z.tuple([
  z.string(),
  z.int(),
  z.string(),
  z.string(),
  z.string(),
  z.array(z.unknown()).max(1),
  z.record(z.string(), z.unknown()).default({}),
]);

/** What the services of JSON-RPC ask of the portal. */
export interface JsonRpcServices {
  readonly version: string;
  readonly database: string;
  /** The user of this login and key; null where they do not belong together. */
  findUser(login: string, apiKey: string): number | null;
  /** Carries a method out as the user of this id and key; throws an OdooError where these do not belong together. */
  carryOut(userId: number, apiKey: string, model: string, method: string, body: Record<string, unknown>): unknown;
}

function accessDenied(): OdooError {
  return new OdooError(401, 'odoo.exceptions.AccessDenied', 'Access Denied');
}

function serve({ service, method, args }: z.infer<typeof requestSchema>['params'], services: JsonRpcServices): unknown {
  switch (`${service}.${method}`) {
    case 'common.version':
      return { server_version: services.version, server_serie: services.version, protocol_version: 1 };
    case 'db.list':
      return [services.database];
    case 'common.authenticate': {
      const [database, login, apiKey] = credentialsSchema.parse(args);
      requireDatabase(database, services);
      return services.findUser(login, apiKey) ?? false;
    }
    case 'object.execute_kw': {
      const [database, userId, apiKey, model, name, [ids], keywords] = callSchema.parse(args);
      requireDatabase(database, services);
      const body = ids === undefined ? keywords : { ...keywords, ids };
      return services.carryOut(userId, apiKey, model, name, body);
    }
    default:
      throw new OdooError(500, 'builtins.AttributeError', `Method not found: ${service}.${method}`);
  }
}

function requireDatabase(database: string, services: JsonRpcServices): void {
  if (database === services.database) return;
  throw new OdooError(500, 'psycopg2.OperationalError', `FATAL:  database "${database}" does not exist\n`);
}

/** Answers a request to `/jsonrpc` as Odoo does: with status 200, also where it fails. */
export function answerJsonRpc(text: string, services: JsonRpcServices): unknown {
  let id: unknown = null;
  try {
    const request = requestSchema.parse(JSON.parse(text));
    id = request.id ?? null;
    return { jsonrpc: '2.0', id, result: serve(request.params, services) };
  } catch (error) {
    return { jsonrpc: '2.0', id, error: { code: 200, message: 'Odoo Server Error', data: describe(error) } };
  }
}

function describe(error: unknown): OdooFault {
  if (error instanceof OdooError) {
    const { odooName: name, message } = error.status === 401 ? accessDenied() : error;
    return { name, message, arguments: [message], context: {}, debug: '' };
  }
  const message = error instanceof Error ? error.message : 'unknown';
  return { name: 'builtins.Exception', message, arguments: [message], context: {}, debug: '' };
}
