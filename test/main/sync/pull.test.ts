import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readCursor } from '../../../src/main/db/queries/sync-cursors';
import type { PageRequest, Portal } from '../../../src/main/portal/portal';
import { HOUR, MINUTE } from '../../support/hand-clock';
import { callPortal } from '../../support/portal-bench';
import { failingAfter, handOverOldTicket, workAsColleague } from '../../support/portal-colleague';
import {
  type BothTicket,
  linesOnPortal,
  pullInto,
  pushFrom,
  type SyncBench,
  startSyncBench,
  startWithTickets,
  ticketHere,
} from '../../support/sync-bench';
import { write } from '../../support/workbench-acts';
import { readElsewhere, readEverything } from '../../support/workbench-file';
import { addLine } from '../../support/workbench-rows';

/** The portal with pages so small that every model takes several. */
function inSmallPages(portal: Portal): Portal {
  const small = (request: PageRequest): PageRequest => ({ ...request, pageSize: 2 });
  return {
    ...portal,
    readTickets: (request) => portal.readTickets(small(request)),
    readTimesheetLines: (ids, request) => portal.readTimesheetLines(ids, small(request)),
    readMessages: (ids, request) => portal.readMessages(ids, small(request)),
  };
}

const linesHere = ({ workbench }: SyncBench, { id }: BothTicket) =>
  readElsewhere(
    workbench.file,
    `SELECT origin, employee_name, worked_seconds, verdict FROM timesheet_line WHERE ticket_id = '${id}' ORDER BY id`,
  );
const messagesHere = ({ workbench }: SyncBench, { id }: BothTicket) =>
  readElsewhere(workbench.file, `SELECT body_html FROM message WHERE ticket_id = '${id}' ORDER BY id`);
const count = ({ workbench }: SyncBench, table: string) =>
  Number(readElsewhere(workbench.file, `SELECT count(*) AS count FROM ${table}`)[0]?.['count']);

describe('the first pull', () => {
  it('brings every ticket with its customer, its lines and its messages', async () => {
    const bench = await startSyncBench({ hasPracticeTickets: true });
    const { newTickets } = await pullInto(bench);
    const { practice, workbench } = bench;
    const onPortal = (model: string) =>
      callPortal(practice, practice.apiKey, model, 'search_count', { domain: [] }, z.int());
    expect(count(bench, 'ticket')).toBe(await onPortal('project.task'));
    expect(newTickets).toHaveLength(count(bench, 'ticket'));
    expect(count(bench, 'timesheet_line')).toBe(await onPortal('account.analytic.line'));
    expect(count(bench, 'message')).toBe(await onPortal('mail.message'));
    expect(
      readElsewhere(
        workbench.file,
        `SELECT ticket.title, ticket.state, ticket.escalation_kind, ticket.time_critical_category, customer.name,
           (SELECT group_concat(kind) FROM customer_agreement WHERE customer_id = customer.id) AS agreements
         FROM ticket JOIN customer ON customer.id = ticket.customer_id WHERE title LIKE 'Kassan i butiken%'`,
      ),
    ).toEqual([
      {
        title: 'Kassan i butiken startar inte',
        state: 'working',
        escalation_kind: 'accepted',
        time_critical_category: 'point-of-sale',
        name: 'Lilla Ugnen Bageri AB',
        agreements: 'on-demand',
      },
    ]);
  });

  it('knows my lines from colleagues’ and judges them by the customer’s agreements', async () => {
    const bench = await startSyncBench({ hasPracticeTickets: true });
    await pullInto(bench);
    const lines = readElsewhere(
      bench.workbench.file,
      `SELECT DISTINCT line.origin, line.employee_name, line.verdict, agreement.kind
       FROM timesheet_line line JOIN ticket ON ticket.id = line.ticket_id
       JOIN customer_agreement agreement ON agreement.customer_id = ticket.customer_id
       WHERE agreement.kind IN ('on-demand', 'maintenance-and-support')`,
    );
    expect(lines).toContainEqual(expect.objectContaining({ kind: 'on-demand', verdict: 'chargeable' }));
    expect(lines.filter(({ kind, verdict }) => kind === 'maintenance-and-support' && verdict !== 'included')).toEqual(
      [],
    );
    expect(
      lines.filter((line) => (line['employee_name'] === 'Maja Lindqvist') !== (line['origin'] === 'mine')),
    ).toEqual([]);
    expect(lines).toContainEqual(expect.objectContaining({ origin: 'colleague', employee_name: 'Oskar Berg' }));
  });
});

describe('a pull', () => {
  it('that is applied twice changes nothing', async () => {
    const bench = await startWithTickets('Order');
    await workAsColleague(bench, bench.tickets[0].remoteId);
    await pullInto(bench);
    const before = readEverything(bench.workbench.file);
    bench.workbench.clock.pass(MINUTE);
    expect((await pullInto(bench)).newTickets).toEqual([]);
    expect(readEverything(bench.workbench.file)).toEqual(before);
  });

  it('brings the same in small pages as in one', async () => {
    const bench = await startSyncBench({ hasPracticeTickets: true });
    await pullInto(bench, inSmallPages(bench.portal));
    const inPages = ['ticket', 'timesheet_line', 'message', 'customer'].map((table) => count(bench, table));
    const other = await startSyncBench({ hasPracticeTickets: true });
    await pullInto(other);
    expect(inPages).toEqual(['ticket', 'timesheet_line', 'message', 'customer'].map((table) => count(other, table)));
  });

  it('brings what others changed since', async () => {
    const bench = await startWithTickets('Order');
    const { practice, workbench, tickets } = bench;
    workbench.clock.pass(HOUR);
    const remoteId = await workAsColleague(bench, tickets[0].remoteId, 30);
    await pullInto(bench);
    expect(linesHere(bench, tickets[0])).toMatchObject([
      { origin: 'colleague', employee_name: 'Oskar Berg', worked_seconds: 1_800 },
    ]);
    workbench.clock.pass(HOUR);
    const longer = { ids: [remoteId], vals: { unit_amount: 2 } };
    await callPortal(practice, practice.colleagueApiKey, 'account.analytic.line', 'write', longer, z.boolean());
    const { changedTickets } = await pullInto(bench);
    expect(linesHere(bench, tickets[0])).toMatchObject([{ worked_seconds: 7_200 }]);
    expect(changedTickets).toContain(tickets[0].id);
  });

  it('moves a line that was moved to another ticket', async () => {
    const bench = await startWithTickets('Wrong', 'Right');
    const { practice, workbench, tickets } = bench;
    const [wrong, right] = tickets;
    const line = await workAsColleague(bench, wrong.remoteId);
    await pullInto(bench);
    workbench.clock.pass(HOUR);
    const moved = { ids: [line], vals: { task_id: right.remoteId } };
    await callPortal(practice, practice.colleagueApiKey, 'account.analytic.line', 'write', moved, z.boolean());
    const { changedTickets } = await pullInto(bench);
    expect([linesHere(bench, wrong).length, linesHere(bench, right).length]).toEqual([0, 1]);
    expect(changedTickets).toEqual(expect.arrayContaining([wrong.id, right.id]));
  });

  it('brings the old lines and messages of a ticket that is new here, although they lie behind the cursors', async () => {
    const bench = await startSyncBench();
    const remoteId = await handOverOldTicket(bench);
    await pullInto(bench);
    const ticket = await ticketHere(bench.workbench, remoteId);
    expect(linesHere(bench, ticket)).toHaveLength(1);
    expect(messagesHere(bench, ticket)).toHaveLength(1);
  });

  it('keeps my own messages once', async () => {
    const bench = await startWithTickets('Order');
    const { workbench, tickets } = bench;
    await write(workbench, tickets[0].id, 'Svar till kunden');
    await pushFrom(bench);
    await pullInto(bench);
    expect(messagesHere(bench, tickets[0])).toEqual([{ body_html: '<p>Svar till kunden</p>' }]);
  });

  it('completes my own message when it sees it before its answer', async () => {
    const bench = await startWithTickets('Order');
    const { workbench, tickets, proxy } = bench;
    await write(workbench, tickets[0].id);
    proxy.inject({ kind: 'lose-answer' }, { path: '/message_post' });
    await pushFrom(bench);
    await pullInto(bench);
    workbench.clock.pass(MINUTE);
    await pushFrom(bench);
    expect(messagesHere(bench, tickets[0])).toHaveLength(1);
    expect(readElsewhere(workbench.file, 'SELECT state FROM outbox')).toEqual([{ state: 'done' }]);
  });

  it('never touches what waits to be sent', async () => {
    const bench = await startWithTickets('Order');
    const { workbench, tickets } = bench;
    await addLine(workbench, tickets[0].id);
    await write(workbench, tickets[0].id);
    const waiting = () => [
      ...readElsewhere(workbench.file, 'SELECT * FROM outbox'),
      ...readElsewhere(workbench.file, 'SELECT * FROM timesheet_line WHERE remote_id IS NULL'),
      ...readElsewhere(workbench.file, 'SELECT * FROM message WHERE remote_id IS NULL'),
    ];
    const before = waiting();
    await pullInto(bench);
    expect(waiting()).toEqual(before);
    expect(await linesOnPortal(bench, tickets[0])).toEqual([]);
  });

  it('keeps what nobody but this computer knows of my lines: kind of work, verdict and times', async () => {
    const bench = await startWithTickets('Order');
    const { workbench, tickets } = bench;
    const intervals = [{ startedAt: workbench.clock.read().wall, durationMs: 1_800_000 }];
    await addLine(workbench, tickets[0].id, { kindOfWork: 'internal', verdict: 'not-charged', intervals });
    await pushFrom(bench);
    await pullInto(bench);
    expect(
      readElsewhere(
        workbench.file,
        `SELECT kind_of_work, verdict, intervals FROM timesheet_line WHERE ticket_id = '${tickets[0].id}'`,
      ),
    ).toEqual([{ kind_of_work: 'internal', verdict: 'not-charged', intervals: JSON.stringify(intervals) }]);
  });
});

describe('the cursor', () => {
  it('is stored only once every page is, and the rows of the pages before a failure stay', async () => {
    const bench = await startSyncBench({ hasPracticeTickets: true });
    const small = inSmallPages(bench.portal);
    const cut = { ...small, readTickets: failingAfter(2, small.readTickets) };
    await expect(pullInto(bench, cut)).rejects.toThrow('cut');
    expect(count(bench, 'ticket')).toBe(4);
    expect(await readCursor(bench.workbench.database, 'ticket')).toBeNull();
    await pullInto(bench);
    expect(count(bench, 'ticket')).toBeGreaterThan(4);
    expect(await readCursor(bench.workbench.database, 'ticket')).not.toBeNull();
  });

  it('is the latest change the server told of, and looks ten minutes behind itself', async () => {
    const bench = await startWithTickets('Order');
    const { workbench, portal } = bench;
    const at = workbench.clock.read().wall;
    expect(await readCursor(workbench.database, 'ticket')).toBe(at);
    workbench.clock.pass(HOUR);
    const asked: unknown[] = [];
    await pullInto(bench, {
      ...portal,
      readTickets: (request) => {
        asked.push(request.changedSince);
        return portal.readTickets(request);
      },
    });
    expect(asked).toEqual([at - 10 * MINUTE]);
    expect(await readCursor(workbench.database, 'ticket')).toBe(at);
  });
});
