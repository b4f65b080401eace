import { expect, it } from 'vitest';
import { odooErrorFault } from '../../support/fault';
import { sentLine, validateOnPortal } from '../../support/line-acts';
import { expectFailure, expectValue, portalOf } from '../../support/portal-bench';
import { workAsColleague } from '../../support/portal-colleague';
import { type SyncBench, startWithTickets } from '../../support/sync-bench';

const READ_ALL = { changedSince: null, after: null, pageSize: 200 };
const REFUSED = odooErrorFault(403, 'odoo.exceptions.AccessError', 'Inte just nu');

/** As after a start of the app: what is asked once is asked again. */
const newPortal = ({ practice, proxy }: SyncBench) => portalOf({ ...practice, address: proxy.address });

it('tickets whose fields are refused once are not read as if the server had none', async () => {
  const bench = await startWithTickets('Order');
  const [ticket] = bench.tickets;
  await workAsColleague(bench, ticket.remoteId);
  const portal = newPortal(bench);
  bench.proxy.inject(REFUSED, { path: '/project.task/fields_get' });
  expect(expectFailure(await portal.readTickets(READ_ALL)).kind).toBe('refused');
  expect(expectValue(await portal.readTickets(READ_ALL)).rows[0]?.workedSecondsOfEverybody).toBe(1_800);
});

it('a locked line is not read as one without a lock where its fields are refused once', async () => {
  const bench = await startWithTickets('Order');
  const { remoteId } = await sentLine(bench, bench.tickets[0]);
  validateOnPortal(bench, remoteId, true);
  const portal = newPortal(bench);
  bench.proxy.inject(REFUSED, { path: '/account.analytic.line/fields_get' });
  expect(expectFailure(await portal.readTimesheetLine(remoteId)).kind).toBe('refused');
  expect(expectValue(await portal.readTimesheetLine(remoteId))?.isLocked).toBe(true);
});

it('the project for time without a ticket is found again after it was refused once', async () => {
  const bench = await startWithTickets('Order');
  const before = expectValue(await newPortal(bench).identify());
  const portal = newPortal(bench);
  bench.proxy.inject(REFUSED, { path: '/res.company/fields_get' });
  expect(expectValue(await portal.identify()).internalProjectRemoteId).toBeNull();
  expect(expectValue(await portal.identify()).internalProjectRemoteId).toBe(before.internalProjectRemoteId);
  expect(before.internalProjectRemoteId).not.toBeNull();
});
