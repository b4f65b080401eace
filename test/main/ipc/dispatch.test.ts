import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { dispatch, done, type Handlers, refuse } from '../../../src/main/ipc/handle';
import { startTimer } from '../../../src/main/usecases/start-timer';
import { writeMessage } from '../../../src/main/usecases/write-message';
import { openWorkbench } from '../../support/workbench';
import { connect, readElsewhere } from '../../support/workbench-file';
import { addTicket } from '../../support/workbench-rows';

const API_KEY = 'a-key-that-nobody-may-see';
const A_TICKET = '01970000-0000-7000-8000-000000000000';

/** Handlers of which only these are ever called. */
function handlersWith(some: Partial<Handlers>): Handlers {
  return new Proxy(some as Handlers, {
    get: (handlers, name, receiver) => {
      const handler: unknown = Reflect.get(handlers, name, receiver);
      if (handler === undefined) throw new Error(`${String(name)} was not to be called`);
      return handler;
    },
  });
}

/** Sends one request and answers what the window gets and what the log gets. */
async function send(handlers: Handlers, name: unknown, input: unknown) {
  const logged: unknown[][] = [];
  const reply = await dispatch(handlers, name, input, (...entry) => logged.push(entry));
  return { reply, logged };
}

const failing = (error: unknown) =>
  handlersWith({
    'timer:read': async () => {
      throw error;
    },
  });

function errorWith(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

describe('a request from the window', () => {
  it.each([['timer:explode'], ['toString'], ['__proto__'], [''], [null], [{ name: 'timer:read' }]])(
    'is refused when nobody knows it: %j',
    async (name) => {
      const { reply, logged } = await send(handlersWith({}), name, {});
      expect(reply).toMatchObject({ ok: false, code: 'invalid-request' });
      expect(logged).toEqual([]);
    },
  );

  it.each([
    ['nothing', undefined],
    ['another type', { ticketId: 42 }],
    ['no id', { ticketId: 'S-42; DROP TABLE timer' }],
    ['a list', [A_TICKET]],
  ])('is refused before any handler sees it when its input is %s', async (_what, input) => {
    const { reply } = await send(handlersWith({}), 'timer:start', input);
    expect(reply).toMatchObject({ ok: false, code: 'invalid-request' });
  });

  it('is told which field is wrong and not what was in it', async () => {
    const input = { address: '', database: '', apiKey: API_KEY.repeat(50) };
    const { reply } = await send(handlersWith({}), 'portal:test', input);
    expect(reply).toEqual({ ok: false, code: 'invalid-request', message: 'address, apiKey' });
  });

  it('reaches its handler as its schema reads it, and what nobody asked for is left out', async () => {
    const seen: unknown[] = [];
    const handlers = handlersWith({
      'message:write': async (input) => {
        seen.push(input);
        return { ok: true, value: {} };
      },
    });
    const input = { ticketId: A_TICKET, text: '  Hej  ', isInternalNote: false, extra: 'no' };
    expect((await send(handlers, 'message:write', input)).reply).toEqual({ ok: true, value: {} });
    expect(seen).toEqual([{ ticketId: A_TICKET, text: 'Hej', isInternalNote: false }]);
  });

  it('gets a refusal as it is', async () => {
    const refusal = { ok: false, code: 'not-found', message: 'Ärendet finns inte.' } as const;
    const { reply, logged } = await send(handlersWith({ 'timer:start': async () => refusal }), 'timer:start', {
      ticketId: A_TICKET,
    });
    expect(reply).toEqual(refusal);
    expect(logged).toEqual([]);
  });
});

describe('a request whose handler fails', () => {
  it.each([
    ['SQLITE_FULL', 'disk-full'],
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['SQLITE_IOERR_WRITE', 'database-failed'],
    ['SQLITE_READONLY', 'database-failed'],
    ['SQLITE_CONSTRAINT_UNIQUE', 'database-failed'],
    ['ERR_INVALID_ARG_TYPE', 'internal'],
  ])('by %s is answered as %s, and logged', async (code, expected) => {
    const error = errorWith(code, 'what the system says');
    const { reply, logged } = await send(failing(error), 'timer:read', {});
    expect(reply).toMatchObject({ ok: false, code: expected });
    expect(logged).toEqual([['timer:read', error]]);
  });

  it.each([
    ['a fault', new Error(`fetch failed with bearer ${API_KEY}`)],
    ['no error at all', `bearer ${API_KEY}`],
  ])('by %s says nothing of it to the window, and everything to the log', async (_what, error) => {
    const { reply, logged } = await send(failing(error), 'timer:read', {});
    expect(reply).toEqual({ ok: false, code: 'internal', message: '' });
    expect(logged).toEqual([['timer:read', error]]);
  });

  it('by a disk that is full in the middle of writing is answered so, and nothing of it is there', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const pages = Number(connect(workbench.file).pragma('page_count', { simple: true }));
    await sql`PRAGMA max_page_count = ${sql.raw(String(pages))}`.execute(workbench.database);
    const handlers = handlersWith({
      'message:write': async (request) => {
        const written = await writeMessage(workbench, request);
        return written.ok ? done({}) : refuse('internal');
      },
    });
    const input = { ticketId, text: 'Lång text. '.repeat(1_500), isInternalNote: false };
    const { reply } = await send(handlers, 'message:write', input);
    expect(reply).toMatchObject({ ok: false, code: 'disk-full' });
    expect(readElsewhere(workbench.file, 'SELECT id FROM message UNION ALL SELECT id FROM outbox')).toEqual([]);
    // The next thing that fits is written.
    expect((await startTimer(workbench, ticketId)).ok).toBe(true);
  });
});
