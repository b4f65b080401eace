import { fail, succeed } from '@core/outcome';
import type { z } from 'zod';
import type { PortalFailure, PortalResult } from '../portal';
import { type Answer, classifyAnswer } from './classify-answer';
import { AnswerTooLongError, readLimitedText } from './read-limited-text';

const DEFAULT_TIMEOUT_MS = 30_000;
const MAXIMUM_ANSWER_BYTES = 50 * 1024 * 1024;
const MAXIMUM_MESSAGE_LENGTH = 2_000;

export interface Json2Options {
  readonly address: URL;
  /** Needed only where one server serves several databases. */
  readonly database: string | null;
  readonly apiKey: string;
  readonly fetch?: typeof globalThis.fetch;
  readonly requestTimeoutMs?: number;
  readonly maximumAnswerBytes?: number;
}

/** One remote call: `ids` and `context` are arguments like any other. */
export interface Json2Call<Schema extends z.ZodType> {
  readonly model: string;
  readonly method: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  /** What the answer has to look like. */
  readonly answer: Schema;
  readonly timeoutMs?: number;
}

/** Speaks JSON-2, Odoo's interface since version 19. Never throws for what a network or a server does. */
export interface Json2Transport {
  call<Schema extends z.ZodType>(call: Json2Call<Schema>): Promise<PortalResult<z.output<Schema>>>;
  /** Reads an address that needs no key; none is sent. */
  readPublic<Schema extends z.ZodType>(path: string, schema: Schema): Promise<PortalResult<z.output<Schema>>>;
}

/** Builds a transport for one server and one key. */
export function createJson2Transport(options: Json2Options): Json2Transport {
  const timeoutMs = options.requestTimeoutMs ?? DEFAULT_TIMEOUT_MS;
  const maximumBytes = options.maximumAnswerBytes ?? MAXIMUM_ANSWER_BYTES;
  const send = options.fetch ?? globalThis.fetch;

  async function request<Schema extends z.ZodType>(
    path: string,
    init: RequestInit,
    schema: Schema,
    limitMs: number,
  ): Promise<PortalResult<z.output<Schema>>> {
    let answer: Answer;
    try {
      const response = await send(new URL(path, options.address), {
        ...init,
        redirect: 'manual',
        // The limit covers the body too: a server that trickles must not hold the sync.
        signal: AbortSignal.timeout(limitMs),
      });
      answer = {
        status: response.status,
        contentType: response.headers.get('content-type') ?? '',
        retryAfter: response.headers.get('retry-after'),
        text: await readLimitedText(response, maximumBytes),
      };
    } catch (error) {
      return failWith(describeNetworkError(error, limitMs));
    }
    const failure = classifyAnswer(answer, Date.now());
    if (failure !== null) return failWith(failure);

    const json = parseJson(answer.text);
    // It said JSON and is none: an answer that was cut on its way, so whether the server acted is unknown.
    if (json === undefined) return failWith({ kind: 'unreachable', message: 'The answer was cut short.' });
    const parsed = schema.safeParse(json);
    if (!parsed.success) {
      const where = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
      return failWith({
        kind: 'not-a-portal',
        message: `The server's answer to ${path} is not of the expected form${where === '' ? '' : ` (at ${where})`}.`,
      });
    }
    return succeed(parsed.data);
  }

  /** A server or a proxy may repeat what it was sent: the key must not come back through its words. */
  function failWith(failure: PortalFailure): PortalResult<never> {
    const withoutKey = options.apiKey === '' ? failure.message : failure.message.replaceAll(options.apiKey, '[key]');
    return fail({ ...failure, message: withoutKey.slice(0, MAXIMUM_MESSAGE_LENGTH) });
  }

  return {
    call: (call) => {
      const headers: Record<string, string> = {
        authorization: `bearer ${options.apiKey}`,
        'content-type': 'application/json',
      };
      if (options.database !== null) headers['x-odoo-database'] = options.database;
      const path = `/json/2/${encodeURIComponent(call.model)}/${encodeURIComponent(call.method)}`;
      const body = JSON.stringify(call.arguments);
      return request(path, { method: 'POST', headers, body }, call.answer, call.timeoutMs ?? timeoutMs);
    },
    readPublic: (path, schema) => request(path, { method: 'GET' }, schema, timeoutMs),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function describeNetworkError(error: unknown, limitMs: number): PortalFailure {
  if (error instanceof AnswerTooLongError) {
    return { kind: 'not-a-portal', message: 'The answer is far longer than anything Odoo sends here.' };
  }
  if (error instanceof Error && error.name === 'TimeoutError') {
    return { kind: 'unreachable', message: `No answer within ${Math.round(limitMs / 1000)} seconds.` };
  }
  // A key with a line break or an "ö" in it cannot be put into a header; sending never began.
  if (error instanceof TypeError && /header|ByteString/i.test(error.message)) {
    return {
      kind: 'key-refused',
      message: 'The API key or the database name contains characters that cannot be sent.',
    };
  }
  const code = networkErrorCode(error);
  if (code !== null && /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_/.test(code)) {
    return { kind: 'unreachable', message: `The server's certificate is not trusted (${code}).` };
  }
  return { kind: 'unreachable', message: `The server cannot be reached${code === null ? '' : ` (${code})`}.` };
}

/** The system's name of the error, such as `ECONNREFUSED`; its text may hold addresses and is left out. */
function networkErrorCode(error: unknown): string | null {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return null;
  return typeof cause.code === 'string' ? cause.code : null;
}
