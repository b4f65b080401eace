import { type TicketId, timesheetLineIdSchema } from '@core/ids';
import { formatPortalNote } from '@core/sync/portal-note';
import type { LineNote, PortalNote } from '@core/sync/portal-note-kinds';
import { addMs, type Instant } from '@core/time/instant';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { keepNotedWork, listNotedWork } from '../../../src/main/db/queries/noted-work';
import { readTicket, updateUnlistedSeconds } from '../../../src/main/db/queries/tickets';
import { listLinesOfTicket } from '../../../src/main/db/queries/timesheet-lines';
import { recordApproval } from '../../../src/main/usecases/record-approval';
import { HOUR, MINUTE, MONDAY_NINE } from '../../support/hand-clock';
import { attributionOn, change, limitOn, notesOn, record, told } from '../../support/limit-acts';
import { callPortal, createTickets, expectValue, portalOf } from '../../support/portal-bench';
import { workAsColleague } from '../../support/portal-colleague';
import { openTestSession } from '../../support/session';
import { onPortal, startTwoConsultants, syncOne, type TwoConsultants } from '../../support/two-consultants';
import { addTicket } from '../../support/workbench-rows';

// Each speaks to a portal dozens of times.
vi.setConfig({ testTimeout: 30_000 });

const HOURS = 60;

/** Somebody writes on the ticket by hand, as an internal note or where the customer reads it. */
async function writeOnPortal({ bench, ticket }: TwoConsultants, body: string, subtype = 'mail.mt_note') {
  await callPortal(
    bench.practice,
    bench.practice.colleagueApiKey,
    'project.task',
    'message_post',
    { ids: [ticket.remoteId], body, body_is_html: true, message_type: 'comment', subtype_xmlid: subtype },
    z.unknown(),
  );
}

const forged: LineNote = {
  kind: 'line',
  lineId: timesheetLineIdSchema.parse('01990000-0000-7000-8000-000000000001'),
  state: 'held',
  remoteId: null,
  date: '2026-11-23',
  intervals: [{ startedAt: MONDAY_NINE, durationMs: 30 * MINUTE }],
  workedSeconds: 1_800,
  heldSeconds: 1_800,
  kindOfWork: 'general-user-support',
  verdict: 'chargeable',
  overtimeDecision: null,
  overrideReason: null,
};

async function countedMinutes({ maja: { session, ticketId } }: TwoConsultants) {
  const { work, unlistedMinutes } = await attributionOn(session.workbench, ticketId);
  return work.reduce((sum, { minutes }) => sum + minutes, unlistedMinutes);
}

describe('the note about a line', () => {
  it('follows the line to the portal, as an internal note with the charge of the ticket', async () => {
    const both = await startTwoConsultants();
    const { maja } = both;
    await record(maja.session.workbench, maja.ticketId, { from: 0, minutes: 22 });
    expect(await notesOn(maja.session.workbench, maja.ticketId)).toEqual([]);
    await syncOne(both, maja);
    await syncOne(both, maja);
    const { messages } = await onPortal(both);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({ isInternalNote: true, authorName: 'Maja Lindqvist' });
    expect(messages[0]?.bodyHtml).toContain('22 min arbetat → 30 min debiteras (minimidebitering)');
    const [line] = await listLinesOfTicket(maja.session.workbench.database, maja.ticketId);
    const [note] = await notesOn(maja.session.workbench, maja.ticketId);
    expect(note).toMatchObject({ lineId: line?.id, remoteId: line?.remoteId, intervals: line?.intervals });
    expect(told(note)).toEqual(['sent', 22, 0, 'chargeable']);
  });

  it('is written again when the verdict changes, which the portal has no field for', async () => {
    const both = await startTwoConsultants();
    const { workbench } = both.maja.session;
    const lineId = await record(workbench, both.maja.ticketId, { from: 0, minutes: 22 });
    await syncOne(both, both.maja);
    await change(workbench, lineId, { kindOfWork: 'infrastructure-question', verdict: 'included' });
    await syncOne(both, both.maja);
    const notes = await notesOn(workbench, both.maja.ticketId);
    expect(notes.map((note) => told(note)[3])).toEqual(['chargeable', 'included']);
  });

  it('is written anew instead of a second time as long as it has not been sent', async () => {
    const both = await startTwoConsultants();
    const { workbench } = both.maja.session;
    const lineId = await record(workbench, both.maja.ticketId, { from: 0, minutes: 5 * HOURS }, { description: '' });
    await change(workbench, lineId, { workedSeconds: 6 * 3_600 });
    await change(workbench, lineId, { workedSeconds: 7 * 3_600 });
    const notes = await notesOn(workbench, both.maja.ticketId);
    expect(notes.map(told)).toEqual([['held', 420, 180, 'chargeable']]);
  });

  it('goes to the ticket that the line was moved to, after the one it has left was told', async () => {
    const both = await startTwoConsultants();
    const { workbench } = both.maja.session;
    const other = await addTicket(workbench);
    await record(workbench, other, { from: -5 * HOURS, minutes: 4 * HOURS });
    const lineId = await record(workbench, both.maja.ticketId, { from: 0, minutes: 5 * HOURS }, { description: '' });
    expect((await notesOn(workbench, both.maja.ticketId)).map(told)).toEqual([['held', 300, 60, 'chargeable']]);
    await syncOne(both, both.maja);
    await change(workbench, lineId, { ticketId: other });
    await change(workbench, lineId, { description: '' });
    const left = await notesOn(workbench, both.maja.ticketId);
    expect(left.map((note) => told(note)[0])).toEqual(['held', 'removed']);
    expect((await notesOn(workbench, other)).map(told)).toEqual([['held', 300, 300, 'chargeable']]);
  });
});

describe('what a colleague’s note tells', () => {
  it('is when their line was worked, and under which verdict', async () => {
    const both = await startTwoConsultants();
    const { maja, oskar } = both;
    await record(
      oskar.session.workbench,
      oskar.ticketId,
      { from: 30, minutes: 20 },
      { kindOfWork: 'new-functionality', verdict: 'always-separate' },
    );
    await syncOne(both, oskar);
    await syncOne(both, oskar);
    await syncOne(both, maja);
    const [line] = await listLinesOfTicket(maja.session.workbench.database, maja.ticketId);
    expect(line).toMatchObject({
      origin: 'colleague',
      employeeName: 'Oskar Berg',
      intervals: [{ startedAt: addMs(MONDAY_NINE, 30 * MINUTE), durationMs: 20 * MINUTE }],
      kindOfWork: 'new-functionality',
      verdict: 'always-separate',
    });
  });

  it('explains a part of the sum where their lines may not be read', async () => {
    const both = await startTwoConsultants({ seesOthersLines: false });
    const { maja, oskar } = both;
    await record(oskar.session.workbench, oskar.ticketId, { from: 30, minutes: 20 });
    await workAsColleague(both.bench, both.ticket.remoteId, 40);
    await syncOne(both, oskar);
    // The note came, the sum has not moved since: it is not counted twice.
    await syncOne(both, maja);
    const ticket = await readTicket(maja.session.workbench.database, maja.ticketId);
    expect(ticket).toMatchObject({ portalWorkedSeconds: 3_600, unlistedSeconds: 2_400 });
    expect(await attributionOn(maja.session.workbench, maja.ticketId)).toMatchObject({
      work: [{ from: 30, minutes: 20 }],
      unlistedMinutes: 40,
    });
  });

  it('explains the sum also when it comes long after it', async () => {
    const both = await startTwoConsultants({ seesOthersLines: false });
    const { maja, oskar, bench } = both;
    await record(oskar.session.workbench, oskar.ticketId, { from: 0, minutes: 40 });
    const untold = await workAsColleague(bench, both.ticket.remoteId, 40);
    await syncOne(both, maja);
    expect(await countedMinutes(both)).toBe(40);
    // Another ticket moves the cursor past this one.
    bench.workbench.clock.pass(HOUR);
    maja.session.clock.pass(HOUR);
    await createTickets(bench.practice, ['Other']);
    await syncOne(both, maja);
    bench.workbench.clock.pass(HOUR);
    maja.session.clock.pass(HOUR);
    const note = { ...forged, state: 'sent' as const, remoteId: untold, workedSeconds: 2_400, heldSeconds: 0 };
    await writeOnPortal(both, formatPortalNote(note, 'Text'));
    await syncOne(both, maja);
    expect(await attributionOn(maja.session.workbench, maja.ticketId)).toMatchObject({
      work: [{ from: 0, minutes: 40 }],
      unlistedMinutes: 0,
    });
  });

  it('is not taken off the sum a second time where the line itself may be read', async () => {
    const both = await startTwoConsultants();
    const { database } = both.maja.session.workbench;
    await record(both.oskar.session.workbench, both.oskar.ticketId, { from: 0, minutes: 40 });
    await syncOne(both, both.oskar);
    await syncOne(both, both.maja);
    await database.updateTable('ticket').set({ portalWorkedSeconds: 6_000 }).execute();
    await updateUnlistedSeconds(database, [both.maja.ticketId]);
    expect(await readTicket(database, both.maja.ticketId)).toMatchObject({ unlistedSeconds: 3_600 });
  });

  it('counts as of the note that was written last, in whatever order they are read', async () => {
    const both = await startTwoConsultants();
    const { ticketId, session } = both.maja;
    const { database } = session.workbench;
    const keep = (minutes: number, notedAt: Instant) => {
      const { kind: _kind, ...work } = forged;
      return keepNotedWork(database, { ...work, workedSeconds: minutes * 60, ticketId, authorName: 'Oskar', notedAt });
    };
    await keep(50, addMs(MONDAY_NINE, HOUR));
    await keep(40, MONDAY_NINE);
    expect(await countedMinutes(both)).toBe(50);
  });

  it('is not told of a line of mine that I wrote on the portal by hand, which is not sent again', async () => {
    const both = await startTwoConsultants();
    const { oskar } = both;
    await workAsColleague(both.bench, both.ticket.remoteId, 40);
    await syncOne(both, oskar);
    await record(oskar.session.workbench, oskar.ticketId, { from: 0, minutes: 20 });
    await syncOne(both, oskar);
    await syncOne(both, oskar);
    const { minutes, messages } = await onPortal(both);
    expect(minutes).toEqual([20, 40]);
    expect(messages).toHaveLength(1);
  });

  it('comes with the history of a ticket that is handed over', async () => {
    const both = await startTwoConsultants({ seesOthersLines: false });
    const { maja, oskar, bench, ticket } = both;
    const assign = async (userIds: number[]) => {
      const vals = { user_ids: [[6, 0, userIds]] };
      const call = { ids: [ticket.remoteId], vals };
      await callPortal(bench.practice, bench.practice.apiKey, 'project.task', 'write', call, z.boolean());
    };
    expect(maja.ticketId).not.toBe(oskar.ticketId);
    await assign([]);
    await record(oskar.session.workbench, oskar.ticketId, { from: 0, minutes: 4.5 * HOURS });
    await syncOne(both, oskar);
    const portal = portalOf(bench.practice);
    const { userId } = expectValue(await portal.identify());
    await assign([userId]);
    const later = await openTestSession({ clock: maja.session.clock, portal });
    await later.sync.setOffline(false);
    await later.sync.run();
    const here = await later.workbench.database
      .selectFrom('ticket')
      .select('id')
      .where('remoteId', '=', ticket.remoteId)
      .executeTakeFirstOrThrow();
    expect(await attributionOn(later.workbench, here.id)).toMatchObject({
      work: [{ from: 0, minutes: 270, approved: 240, unapproved: 30 }],
      unlistedMinutes: 0,
    });
  });

  it('counts as of the latest note, and no longer when the line was removed', async () => {
    const both = await startTwoConsultants();
    const tell = async (note: PortalNote) => {
      await writeOnPortal(both, formatPortalNote(note, 'Text'));
      await syncOne(both, both.maja);
    };
    await tell(forged);
    expect(await countedMinutes(both)).toBe(30);
    await tell({ ...forged, workedSeconds: 3_600, heldSeconds: 3_600 });
    expect(await countedMinutes(both)).toBe(60);
    await tell({ ...forged, state: 'removed', heldSeconds: 0 });
    expect(await countedMinutes(both)).toBe(0);
  });
});

describe('a note that nobody’s Fyra wrote', () => {
  it('tells nothing where the customer reads it, or where it is not what this app writes', async () => {
    const both = await startTwoConsultants();
    const body = formatPortalNote(forged, 'Text');
    await writeOnPortal(both, body, 'mail.mt_comment');
    await writeOnPortal(both, body.replace('seconds=1800', 'seconds=99999999'));
    await writeOnPortal(both, `<div>${body}</div>`);
    await syncOne(both, both.maja);
    expect(await countedMinutes(both)).toBe(0);
    expect(await listNotedWork(both.maja.session.workbench.database, both.maja.ticketId)).toEqual([]);
  });

  it('never touches a line that was written here, whatever it claims', async () => {
    const both = await startTwoConsultants();
    const { maja } = both;
    const { workbench } = maja.session;
    const lineId = await record(workbench, maja.ticketId, { from: 0, minutes: 22 });
    await syncOne(both, maja);
    const before = await listLinesOfTicket(workbench.database, maja.ticketId);
    const [line] = before;
    for (const claim of [
      { ...forged, lineId, state: 'removed' as const, heldSeconds: 0 },
      { ...forged, remoteId: line?.remoteId ?? null, state: 'sent' as const },
    ]) {
      await writeOnPortal(both, formatPortalNote(claim, 'Text'));
    }
    await syncOne(both, maja);
    expect(await listLinesOfTicket(workbench.database, maja.ticketId)).toEqual(before);
    expect(await countedMinutes(both)).toBe(22);
  });

  it('withdraws no approval of another ticket, and gives none twice', async () => {
    const both = await startTwoConsultants();
    const { maja } = both;
    const { workbench } = maja.session;
    const { approvalId } = expectValue(
      await recordApproval(workbench, {
        ticketId: maja.ticketId,
        approvedBy: 'Anna Berg',
        approvedAt: MONDAY_NINE,
        channel: 'email',
        band: null,
        limitMinutes: 600,
        note: '',
      }),
    );
    await syncOne(both, maja);
    const note = {
      kind: 'approval' as const,
      approvalId,
      state: 'given' as const,
      limitSeconds: 360_000,
      band: null,
      approvedAt: MONDAY_NINE,
      channel: 'email' as const,
      approvedBy: 'Mallory',
      note: '',
    };
    await writeOnPortal(both, formatPortalNote(note, 'Text'));
    await syncOne(both, maja);
    expect(await limitOn(workbench, maja.ticketId)).toMatchObject({
      limitSeconds: 36_000,
      approvals: [{ approvedBy: 'Anna Berg', origin: 'mine' }],
    });
    await workbench.database
      .updateTable('ticketApproval')
      .set({ ticketId: await otherTicket(both) })
      .execute();
    await writeOnPortal(both, formatPortalNote({ ...note, state: 'withdrawn' }, 'Text'));
    await syncOne(both, maja);
    const kept = await workbench.database.selectFrom('ticketApproval').selectAll().execute();
    expect(kept).toMatchObject([{ withdrawnAt: null }]);
  });
});

async function otherTicket(both: TwoConsultants): Promise<TicketId> {
  return addTicket(both.maja.session.workbench);
}
