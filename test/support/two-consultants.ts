import type { TicketId } from '@core/ids';
import { expect } from 'vitest';
import { z } from 'zod';
import { readTicketByRemoteId } from '../../src/main/db/queries/tickets';
import type { Portal } from '../../src/main/portal/portal';
import { CUSTOMERS } from '../../src/main/portal/practice/data/customers';
import { createHandClock, SECOND } from './hand-clock';
import { callPortal, createTickets, expectValue, portalOf } from './portal-bench';
import { openTestSession, type TestSession } from './session';
import {
  type BothTicket,
  linesOnPortal,
  messagesOnPortal,
  type SyncBench,
  setCustomer,
  startSyncBench,
} from './sync-bench';

/** One of two people with the app. */
export interface Consultant {
  readonly session: TestSession;
  readonly ticketId: TicketId;
}

/** Two people with the app on one ticket of one portal, both switched offline. */
export interface TwoConsultants {
  readonly bench: SyncBench;
  readonly ticket: Omit<BothTicket, 'id'>;
  readonly maja: Consultant;
  readonly oskar: Consultant;
}

/** The portal as somebody without the right to read colleagues' lines sees it: there is only the sum. */
async function hideOthersLines(portal: Portal): Promise<Portal> {
  const { employeeId } = expectValue(await portal.identify());
  return {
    ...portal,
    readTimesheetLines: async (ids, request) => {
      const read = await portal.readTimesheetLines(ids, request);
      if (!read.ok) return read;
      return {
        ok: true,
        value: { ...read.value, rows: read.value.rows.filter((row) => row.employeeId === employeeId) },
      };
    },
  };
}

/** Lets both work on one new ticket of a customer on demand; both have pulled it and are offline. */
export async function startTwoConsultants({
  seesOthersLines = true,
  customer = CUSTOMERS.boats.name,
}: {
  seesOthersLines?: boolean;
  customer?: string;
} = {}): Promise<TwoConsultants> {
  const bench = await startSyncBench();
  const { practice, workbench } = bench;
  const [remoteId = 0] = await createTickets(practice, ['Order']);
  await setCustomer(bench, remoteId, customer);
  const portals = { maja: portalOf(practice), oskar: portalOf(practice, practice.colleagueApiKey) };
  const userIds = [];
  for (const portal of Object.values(portals)) userIds.push(expectValue(await portal.identify()).userId);
  const vals = { user_ids: [[6, 0, userIds]] };
  await callPortal(practice, practice.apiKey, 'project.task', 'write', { ids: [remoteId], vals }, z.boolean());

  const open = async (portal: Portal, userName: string): Promise<Consultant> => {
    const session = await openTestSession({
      // Of their own: one person's timer does not beat for the other. The portal goes by the bench's clock.
      clock: createHandClock(workbench.clock.read().wall),
      portal: seesOthersLines ? portal : await hideOthersLines(portal),
      userName,
    });
    await session.sync.setOffline(false);
    await session.sync.run();
    await session.sync.setOffline(true);
    const ticket = await readTicketByRemoteId(session.workbench.database, remoteId);
    if (!ticket) throw new Error('The ticket did not come.');
    return { session, ticketId: ticket.id };
  };
  const maja = await open(portals.maja, 'Maja Lindqvist');
  const oskar = await open(portals.oskar, 'Oskar Berg');
  return { bench, ticket: { remoteId }, maja, oskar };
}

/** Time goes by, and one of them goes online and syncs. */
export async function syncOne({ bench }: TwoConsultants, { session }: Consultant): Promise<void> {
  bench.workbench.clock.pass(SECOND);
  session.clock.pass(SECOND);
  await session.sync.setOffline(false);
  await session.sync.run();
  expect(session.sync.connection()).toEqual({ kind: 'online' });
  expect(session.errors).toEqual([]);
}

/** Both sync in turn until neither has anything to tell. */
export async function syncBoth(both: TwoConsultants): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await syncOne(both, both.maja);
    await syncOne(both, both.oskar);
  }
}

/** What the portal holds of the ticket. */
export async function onPortal({ bench, ticket }: TwoConsultants) {
  const both = { ...ticket, id: '' as TicketId };
  const lines = await linesOnPortal(bench, both);
  const messages = await messagesOnPortal(bench, both);
  return { minutes: lines.map(({ workedSeconds }) => workedSeconds / 60).toSorted((a, b) => a - b), messages };
}
