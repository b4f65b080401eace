import { z } from 'zod';
import type { PortalFailure } from '../portal';

/** One answer of a server, as far as it matters for what to do next. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly retryAfter: string | null;
  readonly text: string;
}

/** What every error of Odoo looks like on JSON-2. `debug` is a Python traceback: never shown. */
const odooErrorSchema = z.object({ name: z.string(), message: z.string() });

// Clashes between transactions, a full connection pool and a server that is short of memory pass by themselves.
const TRANSIENT_ERROR_NAME = /^(psycopg2\.|odoo\.sql_db\.|builtins\.(MemoryError|ConnectionError|TimeoutError))/;
const TRANSIENT_MESSAGE =
  /could not serialize access|deadlock detected|current transaction is aborted|connection pool is full|canceling statement/i;

/** Whether a server's words describe something that goes away by trying again. */
export function isTransientMessage(message: string): boolean {
  return TRANSIENT_MESSAGE.test(message);
}

/** Decides what an error of Odoo's own means: something that passes by itself, or a refusal of this one thing. */
export function classifyOdooError({ name, message }: z.infer<typeof odooErrorSchema>): PortalFailure {
  const isTransient = TRANSIENT_ERROR_NAME.test(name) || isTransientMessage(message);
  return { kind: isTransient ? 'unreachable' : 'refused', message: message === '' ? name : message };
}

/** Decides what an answer means when it is no success; null for a success, whose JSON is then to be parsed. */
export function classifyAnswer(answer: Answer, receivedAtMs: number): PortalFailure | null {
  const { status } = answer;
  if (status >= 200 && status < 300)
    return isJson(answer) ? null : notOdoo('It answered with something that is not JSON.');
  // Followed automatically, a redirect would carry the key to whatever host it names.
  if (status >= 300 && status < 400) return notOdoo('It sends requests on to another address, which is not followed.');
  if (status === 401) return { kind: 'key-refused', message: odooError(answer)?.message ?? 'The API key was refused.' };

  const error = odooError(answer);
  if (status === 429 || status === 503)
    return unreachable(error?.message ?? statusSentence(status), answer, receivedAtMs);
  // 408 and 425 ask for another try by definition; Odoo uses 409 for a record that somebody else has locked.
  if (status === 408 || status === 409 || status === 425) {
    return unreachable(error?.message ?? statusSentence(status), answer, receivedAtMs);
  }
  if (error !== null) {
    const failure = classifyOdooError(error);
    if (failure.kind === 'refused') return failure;
    if (status >= 500) return unreachable(error.message, answer, receivedAtMs);
    return { kind: 'refused', message: error.message };
  }
  if (status >= 500) return unreachable(statusSentence(status), answer, receivedAtMs);
  // Proxies in front of Odoo have a limit of their own. It concerns this one thing, so it must not stop the rest.
  if (status === 413) return { kind: 'refused', message: 'The server accepts nothing this large (413).' };
  return notOdoo(`It answered ${status} in a way Odoo does not. Is the address right, and the database?`);
}

function odooError(answer: Answer): z.infer<typeof odooErrorSchema> | null {
  if (!isJson(answer)) return null;
  try {
    const parsed = odooErrorSchema.safeParse(JSON.parse(answer.text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function isJson(answer: Answer): boolean {
  return /^application\/json\b/i.test(answer.contentType);
}

function notOdoo(detail: string): PortalFailure {
  return { kind: 'not-a-portal', message: `What answers at this address is no Odoo portal. ${detail}` };
}

function statusSentence(status: number): string {
  return status === 429 ? 'The server asks to wait (429).' : `The server has a problem of its own (${status}).`;
}

function unreachable(message: string, answer: Answer, receivedAtMs: number): PortalFailure {
  const retryAfterMs = parseRetryAfter(answer.retryAfter, receivedAtMs);
  return retryAfterMs === null ? { kind: 'unreachable', message } : { kind: 'unreachable', message, retryAfterMs };
}

/** Reads `Retry-After`, which is a number of seconds or a date. Null when it says nothing usable. */
function parseRetryAfter(header: string | null, receivedAtMs: number): number | null {
  if (header === null) return null;
  // Longer numbers are no wish but a fault, and can be beyond all numbers.
  if (/^\d{1,10}$/.test(header.trim())) return Number(header.trim()) * 1000;
  const dateMs = Date.parse(header);
  return Number.isNaN(dateMs) ? null : Math.max(0, dateMs - receivedAtMs);
}
