import { type RequestName, requests } from '@ipc/contract';
import { expect } from 'vitest';
import { readTicketByRemoteId } from '../../src/main/db/queries/tickets';
import { dispatch } from '../../src/main/ipc/handle';
import { createHandlers } from '../../src/main/ipc/handlers';
import type { AppParts } from '../../src/main/ipc/parts';
import { createTickets } from './portal-bench';
import { openTestSession, type TestSession } from './session';
import { startSyncBench } from './sync-bench';

/** The app with this session; whatever else is asked of it fails the test. */
function partsWith(session: TestSession | null, more: Partial<AppParts>): AppParts {
  const known: Partial<AppParts> = { session: () => session, ...more };
  return new Proxy(known as AppParts, {
    get: (parts, name) => {
      if (name === 'capture') return {};
      if (name in parts) return Reflect.get(parts, name);
      throw new Error(`${String(name)} was not to be asked for`);
    },
  });
}

/** Sends a request and answers its value, once that fits what the contract promises the window. */
export async function ask<Name extends RequestName>(
  session: TestSession | null,
  name: Name,
  input: unknown,
  more: Partial<AppParts> = {},
) {
  const faults: unknown[] = [];
  const reply = await dispatch(createHandlers(partsWith(session, more)), name, input, (_name, error) =>
    faults.push(error),
  );
  expect(faults).toEqual([]);
  if (!reply.ok) return reply;
  return { ok: true as const, value: requests[name].output.parse(reply.value) };
}

/** The value of a request that has to succeed. */
export async function answerTo<Name extends RequestName>(
  session: TestSession,
  name: Name,
  input: unknown,
  more: Partial<AppParts> = {},
) {
  const reply = await ask(session, name, input, more);
  if (!reply.ok) throw new Error(`${name} was refused: ${reply.code}`);
  return reply.value as ReturnType<(typeof requests)[Name]['output']['parse']>;
}

/** A session whose portal has one ticket, which is here. */
export async function openWithTicket() {
  const bench = await startSyncBench();
  const [remoteId = 0] = await createTickets(bench.practice, ['Order']);
  const session = await openTestSession({ clock: bench.workbench.clock, portal: bench.portal });
  await session.sync.setOffline(false);
  await session.sync.run();
  const ticket = await readTicketByRemoteId(session.workbench.database, remoteId);
  if (!ticket) throw new Error('The ticket is not here.');
  return { bench, session, ticket: { id: ticket.id, remoteId } };
}
