import { succeed } from '@core/outcome';
import { z } from 'zod';
import type { PortalFailure, PortalResult } from '../portal';
import { classifyOdooError } from './classify-answer';
import { createHttpExchange, notAsExpected } from './http-exchange';
import type { AnswerLimits, OdooConnection, OdooTransport } from './odoo-transport';
import { versionText } from './schemas';

/** An answer of `/jsonrpc`. A failure comes with status 200; `debug` is a Python traceback: never shown. */
const answerSchema = z.union([
  z.object({
    error: z.object({
      message: z.string(),
      data: z.object({ name: z.string(), message: z.string() }).optional(),
    }),
  }),
  z.object({ result: z.unknown() }),
]);

const versionSchema = z.object({ server_version: versionText });
/** Odoo answers `false` where login and key do not belong together. */
const userIdSchema = z.union([z.int().positive(), z.literal(false)]);
/** What a refused key is called, in every language. */
const NO_DATABASE = /database "[^"]*" does not exist/;
const ACCESS_DENIED = 'odoo.exceptions.AccessDenied';

const LOGIN_MISSING =
  'This server is older than Odoo 19: it also needs the login name, with which you log in to Odoo, beside the key.';
const DATABASES_HIDDEN = 'This server does not tell which databases it has. Give the name of yours.';
const NO_SUCH_DATABASE = 'This server has no database, or several. Give the name of yours.';

/** JSON-RPC, the interface of Odoo 14 to 18: one address, and the key as somebody's password in every call. */
export function createJsonRpcTransport(options: OdooConnection): OdooTransport {
  const { exchange, failWith } = createHttpExchange(options);
  let requests = 0;
  let known: { readonly database: string; readonly userId: number } | null = null;

  async function ask<Schema extends z.ZodType>(
    service: 'common' | 'db' | 'object',
    method: string,
    args: readonly unknown[],
    schema: Schema,
    { limits = {}, what = method }: { limits?: AnswerLimits; what?: string } = {},
  ): Promise<PortalResult<z.output<Schema>>> {
    requests += 1;
    const request = { jsonrpc: '2.0', method: 'call', id: requests, params: { service, method, args } };
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(request) };
    const answer = await exchange('/jsonrpc', init, answerSchema, limits);
    if (!answer.ok) return answer;
    if ('error' in answer.value) return failWith(toFailure(answer.value.error));
    const parsed = schema.safeParse(answer.value.result);
    return parsed.success ? succeed(parsed.data) : failWith(notAsExpected(what, parsed.error));
  }

  async function findDatabase(): Promise<PortalResult<string>> {
    if (options.database !== null) return succeed(options.database);
    const listed = await ask('db', 'list', [], z.array(z.string()));
    if (!listed.ok) {
      const { kind } = listed.failure;
      return kind === 'unreachable' ? listed : failWith({ kind: 'refused', message: DATABASES_HIDDEN });
    }
    const [only, ...others] = listed.value;
    if (only === undefined || others.length > 0) return failWith({ kind: 'refused', message: NO_SUCH_DATABASE });
    return succeed(only);
  }

  /** A key belongs to one user for all its life, so who that is is asked once. */
  async function logIn(): Promise<PortalResult<{ database: string; userId: number }>> {
    if (known !== null) return succeed(known);
    const login = options.login ?? '';
    if (login === '') return failWith({ kind: 'key-refused', message: LOGIN_MISSING });
    const database = await findDatabase();
    if (!database.ok) return database;
    const userId = await ask('common', 'authenticate', [database.value, login, options.apiKey, {}], userIdSchema);
    if (!userId.ok) return userId;
    if (userId.value === false) {
      return failWith({ kind: 'key-refused', message: 'The login name and the API key do not belong together.' });
    }
    known = { database: database.value, userId: userId.value };
    return succeed(known);
  }

  return {
    call: async ({ model, method, arguments: named, answer, ...limits }) => {
      const user = await logIn();
      if (!user.ok) return user;
      const { ids, ...keywords } = named;
      const { database, userId } = user.value;
      const positional = ids === undefined ? [] : [ids];
      return ask(
        'object',
        'execute_kw',
        [database, userId, options.apiKey, model, method, positional, keywords],
        answer,
        {
          limits,
          what: `${model}/${method}`,
        },
      );
    },
    readVersion: async () => {
      const version = await ask('common', 'version', [], versionSchema);
      return version.ok ? succeed(version.value.server_version) : version;
    },
  };
}

function toFailure({
  message,
  data,
}: {
  message: string;
  data?: { name: string; message: string } | undefined;
}): PortalFailure {
  if (data === undefined) return { kind: 'unreachable', message };
  if (NO_DATABASE.test(data.message)) return { kind: 'not-a-portal', message: data.message.trim() };
  if (data.name === ACCESS_DENIED) return { kind: 'key-refused', message: data.message };
  return classifyOdooError(data);
}
