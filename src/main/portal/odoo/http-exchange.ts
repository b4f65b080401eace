import { fail, succeed } from '@core/outcome';
import type { z } from 'zod';
import type { PortalFailure, PortalResult } from '../portal';
import { type Answer, classifyAnswer } from './classify-answer';
import type { AnswerLimits, OdooConnection } from './odoo-transport';
import { AnswerTooLongError, readLimitedText } from './read-limited-text';

const DEFAULT_TIMEOUT_MS = 30_000;
const MEGABYTE = 1024 * 1024;
/** A page of long mails stays far below it; what is beyond would hold the app while it is read. */
const MAXIMUM_ANSWER_BYTES = 16 * MEGABYTE;
const MAXIMUM_MESSAGE_LENGTH = 2_000;

/** One request to a server and its answer, whatever is said in them. */
export interface HttpExchange {
  /** Sends a request and parses the JSON of a successful answer. Redirects are not followed. */
  exchange<Schema extends z.ZodType>(
    path: string,
    init: RequestInit,
    schema: Schema,
    limits?: AnswerLimits,
  ): Promise<PortalResult<z.output<Schema>>>;
  /** A failure as it may be shown and kept: short, and without the key. */
  failWith(failure: PortalFailure): PortalResult<never>;
}

/** Makes the exchange for one server and one key, with limits on time and length. */
export function createHttpExchange(options: OdooConnection): HttpExchange {
  const defaultTimeoutMs = options.requestTimeoutMs ?? DEFAULT_TIMEOUT_MS;
  const maximumBytes = options.maximumAnswerBytes ?? MAXIMUM_ANSWER_BYTES;
  const send = options.fetch ?? globalThis.fetch;

  /** A server or a proxy may repeat what it was sent: the key must not come back through its words. */
  function failWith(failure: PortalFailure): PortalResult<never> {
    const withoutKey = options.apiKey === '' ? failure.message : failure.message.replaceAll(options.apiKey, '[key]');
    return fail({ ...failure, message: withoutKey.slice(0, MAXIMUM_MESSAGE_LENGTH) });
  }

  return {
    failWith,
    exchange: async (path, init, schema, limits = {}) => {
      const { timeoutMs = defaultTimeoutMs, maximumAnswerBytes = maximumBytes, signal } = limits;
      const timeout = AbortSignal.timeout(timeoutMs);
      let answer: Answer;
      try {
        const response = await send(new URL(path, options.address), {
          ...init,
          redirect: 'manual',
          // The limit covers the body too: a server that trickles must not hold the sync.
          signal: signal === undefined ? timeout : AbortSignal.any([timeout, signal]),
        });
        answer = {
          status: response.status,
          contentType: response.headers.get('content-type') ?? '',
          retryAfter: response.headers.get('retry-after'),
          text: await readLimitedText(response, maximumAnswerBytes, limits.onReceived),
        };
      } catch (error) {
        return failWith(describeNetworkError(error, { timeoutMs, maximumAnswerBytes }));
      }
      const failure = classifyAnswer(answer, Date.now());
      if (failure !== null) return failWith(failure);

      const json = parseJson(answer.text);
      // It said JSON and is none: an answer that was cut on its way, so whether the server acted is unknown.
      if (json === undefined) return failWith({ kind: 'unreachable', message: 'The answer was cut short.' });
      const parsed = schema.safeParse(json);
      return parsed.success ? succeed(parsed.data) : failWith(notAsExpected(path, parsed.error));
    },
  };
}

/** What answers says something else than Odoo would. `where` is the address or the method that was asked. */
export function notAsExpected(where: string, error: z.ZodError): PortalFailure {
  const at = error.issues[0]?.path.map(String).join('.') ?? '';
  const message = `The server's answer to ${where} is not of the expected form${at === '' ? '' : ` (at ${at})`}.`;
  return { kind: 'not-a-portal', message };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function describeNetworkError(
  error: unknown,
  { timeoutMs, maximumAnswerBytes }: { readonly timeoutMs: number; readonly maximumAnswerBytes: number },
): PortalFailure {
  if (error instanceof AnswerTooLongError) {
    const limit = `${Math.round(maximumAnswerBytes / MEGABYTE)} MB`;
    return {
      kind: 'not-a-portal',
      message: `The answer is longer than ${limit}, which is far more than Odoo sends here.`,
      isTooLong: true,
    };
  }
  if (error instanceof Error && error.name === 'TimeoutError') {
    return { kind: 'unreachable', message: `No answer within ${Math.round(timeoutMs / 1000)} seconds.` };
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
