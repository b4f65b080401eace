import { describe, expect, it } from 'vitest';
import type { Portal } from '../../../src/main/portal/portal';
import { raiseFourHourWarning } from '../../../src/main/usecases/raise-four-hour-warning';
import { HOUR } from '../../support/hand-clock';
import { handOverOldTicket, hideColleaguesLines, workAsColleague } from '../../support/portal-colleague';
import { pullInto, type SyncBench, startSyncBench, startWithTickets, ticketHere } from '../../support/sync-bench';
import { readElsewhere } from '../../support/workbench-file';

const cut = async () => ({ ok: false as const, failure: { kind: 'unreachable' as const, message: 'cut' } });

/** The portal as the connection breaks once the tickets are here, or once the lines are here too. */
const interruptions: [string, (portal: Portal) => Portal][] = [
  ['before the lines', (portal) => ({ ...portal, readTimesheetLines: cut })],
  ['before the messages', (portal) => ({ ...portal, readMessages: cut })],
];

const unlistedOn = ({ workbench }: SyncBench, remoteId: number) =>
  readElsewhere(workbench.file, `SELECT unlisted_seconds FROM ticket WHERE remote_id = ${remoteId}`)[0]?.[
    'unlisted_seconds'
  ];

describe.each(interruptions)('a pull that is cut %s', (_when, breakOff) => {
  it('brings the old lines and messages of a new ticket the next time', async () => {
    const bench = await startSyncBench();
    const remoteId = await handOverOldTicket(bench);
    await expect(pullInto(bench, breakOff(bench.portal))).rejects.toThrow('cut');
    bench.workbench.clock.pass(HOUR);
    await pullInto(bench);
    const { id } = await ticketHere(bench.workbench, remoteId);
    const { file } = bench.workbench;
    expect(readElsewhere(file, `SELECT id FROM timesheet_line WHERE ticket_id = '${id}'`)).toHaveLength(1);
    expect(readElsewhere(file, `SELECT id FROM message WHERE ticket_id = '${id}'`)).toHaveLength(1);
  });

  it('still takes such a ticket for new the next time, so that its warnings stay silent', async () => {
    const bench = await startSyncBench();
    const remoteId = await handOverOldTicket(bench);
    await expect(pullInto(bench, breakOff(bench.portal))).rejects.toThrow('cut');
    bench.workbench.clock.pass(HOUR);
    const { id } = await ticketHere(bench.workbench, remoteId);
    expect((await pullInto(bench)).newTickets).toEqual([id]);
    expect((await pullInto(bench)).newTickets).toEqual([]);
  });

  it('counts colleagues’ time that is only a sum the next time', async () => {
    const bench = await startWithTickets('Order', 'Other');
    const [order, other] = bench.tickets;
    bench.workbench.clock.pass(HOUR);
    await workAsColleague(bench, order.remoteId, 60);
    // The other ticket changes later, so that the cursor ends far behind the first one.
    bench.workbench.clock.pass(HOUR);
    await workAsColleague(bench, other.remoteId, 60);
    const portal = hideColleaguesLines(bench);
    await expect(pullInto(bench, breakOff(portal))).rejects.toThrow('cut');
    bench.workbench.clock.pass(HOUR);
    await pullInto(bench, portal);
    expect(unlistedOn(bench, order.remoteId)).toBe(3_600);
  });
});

describe('colleagues’ time that is only a sum', () => {
  it('keeps counting while a pull is under way', async () => {
    const bench = await startWithTickets('Order');
    const [order] = bench.tickets;
    const portal = hideColleaguesLines(bench);
    await workAsColleague(bench, order.remoteId, 60);
    await pullInto(bench, portal);
    const seen: unknown[] = [];
    await pullInto(bench, {
      ...portal,
      readMessages: async (ids, request) => {
        seen.push(unlistedOn(bench, order.remoteId));
        await raiseFourHourWarning(bench.workbench, order.id);
        return portal.readMessages(ids, request);
      },
    });
    expect(seen).toEqual([3_600]);
    expect(unlistedOn(bench, order.remoteId)).toBe(3_600);
  });
});
