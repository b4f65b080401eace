import { addMs } from '@core/time/instant';
import { describe, expect, it, vi } from 'vitest';
import { listOpenEntries } from '../../../src/main/db/queries/outbox';
import { readTicket } from '../../../src/main/db/queries/tickets';
import { recordApproval } from '../../../src/main/usecases/record-approval';
import { readMeter } from '../../../src/main/usecases/ticket-figures';
import { HOUR, MONDAY_NINE } from '../../support/hand-clock';
import { attributionOn, change, heldOf, limitOn, record } from '../../support/limit-acts';
import { expectValue } from '../../support/portal-bench';
import { queueOf } from '../../support/queue';
import { type Consultant, onPortal, startTwoConsultants, syncBoth, syncOne } from '../../support/two-consultants';
import { readEverything } from '../../support/workbench-file';

// Each speaks to a portal dozens of times.
vi.setConfig({ testTimeout: 30_000 });

const HOURS = 60;

async function meterOf({ session: { workbench }, ticketId }: Consultant) {
  const ticket = await readTicket(workbench.database, ticketId);
  if (!ticket) throw new Error('no ticket');
  return readMeter(workbench.database, ticket, workbench.clock.read());
}

const seen = ({ session, ticketId }: Consultant) => attributionOn(session.workbench, ticketId);

describe.each([
  ['see each other’s lines', true],
  ['see only the sum of each other’s hours', false],
])('two consultants who worked on one ticket at once while both were offline, and who %s', (_how, seesOthersLines) => {
  it('end up with the same attribution, by time of work, and nothing is dropped or sent twice', async () => {
    const both = await startTwoConsultants({ seesOthersLines });
    const { maja, oskar } = both;
    await record(maja.session.workbench, maja.ticketId, { from: 0, minutes: 180 });
    const late = await record(oskar.session.workbench, oskar.ticketId, { from: 60, minutes: 150 });
    // Neither knows of the other: for each there is nothing past the limit.
    expect((await meterOf(maja)).countedSeconds).toBe(180 * 60);
    expect(await heldOf(oskar.session.workbench, late)).toEqual([0, null]);

    await syncBoth(both);
    const expected = {
      // An hour alone; from ten on two minutes each minute, until half past eleven.
      work: [
        { from: 0, minutes: 180, approved: 150, unapproved: 30 },
        { from: 60, minutes: 150, approved: 90, unapproved: 60 },
      ],
      unapprovedFrom: addMs(MONDAY_NINE, 2.5 * HOUR),
      unlistedMinutes: 0,
    };
    expect(await seen(maja)).toEqual(expected);
    expect(await seen(oskar)).toEqual(expected);
    for (const one of [maja, oskar]) {
      expect((await meterOf(one)).countedSeconds).toBe(330 * 60);
      // Maja's line had left when Oskar's became known; his waits in part.
      expect(await limitOn(one.session.workbench, one.ticketId)).toMatchObject({ sentOverSeconds: 30 * 60 });
      expect(await listOpenEntries(one.session.workbench.database)).toEqual([]);
    }
    expect(await heldOf(oskar.session.workbench, late)).toEqual([60, 'unapproved']);
    expect(await limitOn(oskar.session.workbench, oskar.ticketId)).toMatchObject({ unapprovedSeconds: 60 * 60 });
    expect((await onPortal(both)).minutes).toEqual([90, 180]);
  });

  it('have the rest sent as a change of the same line once it is approved', async () => {
    const both = await startTwoConsultants({ seesOthersLines });
    const { maja, oskar } = both;
    await record(maja.session.workbench, maja.ticketId, { from: 0, minutes: 180 });
    const late = await record(oskar.session.workbench, oskar.ticketId, { from: 60, minutes: 150 });
    await syncBoth(both);
    expect((await onPortal(both)).minutes).toEqual([90, 180]);
    expectValue(
      await recordApproval(maja.session.workbench, {
        ticketId: maja.ticketId,
        approvedBy: 'Anna Berg',
        approvedAt: MONDAY_NINE,
        channel: 'email',
        band: null,
        limitMinutes: 330,
        note: '',
      }),
    );
    await syncBoth(both);
    expect(await heldOf(oskar.session.workbench, late)).toEqual([0, null]);
    expect((await onPortal(both)).minutes).toEqual([150, 180]);
    for (const one of [maja, oskar]) {
      expect(await limitOn(one.session.workbench, one.ticketId)).toMatchObject({
        sentOverSeconds: 0,
        unapprovedSeconds: 0,
      });
      expect((await seen(one)).work.map(({ minutes, unapproved }) => [minutes, unapproved])).toEqual([
        [180, 0],
        [150, 0],
      ]);
    }
  });

  it('change nothing on either side by syncing once more', async () => {
    const both = await startTwoConsultants({ seesOthersLines });
    const { maja, oskar, bench } = both;
    await record(maja.session.workbench, maja.ticketId, { from: 0, minutes: 180 });
    await record(oskar.session.workbench, oskar.ticketId, { from: 60, minutes: 150 });
    await syncBoth(both);
    const files = [maja, oskar].map(({ session }) => `${session.folder}/workbench.sqlite`);
    const before = [...files, bench.portalFile].map(readEverything);
    await syncBoth(both);
    expect([...files, bench.portalFile].map(readEverything)).toEqual(before);
  });

  it('are both warned once when the other’s hours bring the crossing', async () => {
    const both = await startTwoConsultants({ seesOthersLines });
    const { maja, oskar } = both;
    await record(maja.session.workbench, maja.ticketId, { from: 0, minutes: 170 });
    await record(oskar.session.workbench, oskar.ticketId, { from: 60, minutes: 150 });
    expect([...maja.session.warnings, ...oskar.session.warnings]).toEqual([]);
    await syncBoth(both);
    for (const { session } of [maja, oskar]) {
      expect(session.warnings.map(({ thresholdPermille }) => thresholdPermille)).toEqual([1000]);
    }
  });

  it('know of each other’s held time before the portal has it', async () => {
    const both = await startTwoConsultants({ seesOthersLines });
    const { maja, oskar } = both;
    await record(maja.session.workbench, maja.ticketId, { from: 0, minutes: 4 * HOURS });
    await syncBoth(both);
    const held = await record(oskar.session.workbench, oskar.ticketId, { from: 5 * HOURS, minutes: 45 });
    expect(await heldOf(oskar.session.workbench, held)).toEqual([45, 'unapproved']);
    await syncBoth(both);
    expect((await onPortal(both)).minutes).toEqual([240]);
    expect(await meterOf(maja)).toMatchObject({ countedSeconds: 285 * 60, colleaguesSeconds: 45 * 60 });
    for (const { session } of [maja, oskar]) {
      const { rows } = await queueOf(session.workbench, { view: 'working' });
      expect(rows[0]).toMatchObject({ countedSeconds: 285 * 60, limitSeconds: 240 * 60 });
    }
  });

  it('share an approval: what one writes down releases what waits with the other', async () => {
    const both = await startTwoConsultants({ seesOthersLines });
    const { maja, oskar } = both;
    await record(maja.session.workbench, maja.ticketId, { from: 0, minutes: 4 * HOURS });
    await syncBoth(both);
    const held = await record(oskar.session.workbench, oskar.ticketId, { from: 5 * HOURS, minutes: 45 });
    const { approvalId } = expectValue(
      await recordApproval(maja.session.workbench, {
        ticketId: maja.ticketId,
        approvedBy: 'Anna Berg',
        approvedAt: MONDAY_NINE,
        channel: 'phone',
        band: 'under-10',
        limitMinutes: 600,
        note: 'Ringde upp',
      }),
    );
    await syncOne(both, maja);
    await syncOne(both, oskar);
    expect(await heldOf(oskar.session.workbench, held)).toEqual([0, null]);
    expect(await limitOn(oskar.session.workbench, oskar.ticketId)).toMatchObject({
      limitSeconds: 36_000,
      source: 'approval',
      approvals: [
        { id: approvalId, origin: 'colleague', recordedBy: 'Maja Lindqvist', note: 'Ringde upp', band: 'under-10' },
      ],
    });
    await syncBoth(both);
    expect((await onPortal(both)).minutes).toEqual([45, 240]);
    expect((await meterOf(maja)).countedSeconds).toBe(285 * 60);
  });

  it('tell each other when held time is no longer there', async () => {
    const both = await startTwoConsultants({ seesOthersLines });
    const { maja, oskar } = both;
    await record(maja.session.workbench, maja.ticketId, { from: 0, minutes: 4 * HOURS });
    await syncBoth(both);
    const held = await record(oskar.session.workbench, oskar.ticketId, { from: 5 * HOURS, minutes: 45 });
    await syncBoth(both);
    await change(oskar.session.workbench, held, { deletedAt: oskar.session.clock.read().wall });
    await syncBoth(both);
    expect((await meterOf(maja)).countedSeconds).toBe(240 * 60);
  });
});

describe('a pull that brings the crossing while no timer runs', () => {
  it('warns, holds what has not been sent, and an approval releases it', async () => {
    const both = await startTwoConsultants();
    const { maja, oskar } = both;
    // Not described yet, so it cannot have been sent.
    const mine = await record(
      maja.session.workbench,
      maja.ticketId,
      { from: 5 * HOURS, minutes: 60 },
      { description: '' },
    );
    await record(oskar.session.workbench, oskar.ticketId, { from: 0, minutes: 3.5 * HOURS });
    await syncOne(both, oskar);
    await syncOne(both, maja);
    expect(maja.session.warnings.map(({ thresholdPermille }) => thresholdPermille)).toEqual([1000]);
    expect(await heldOf(maja.session.workbench, mine)).toEqual([30, 'unapproved']);
    await syncOne(both, maja);
    expect(maja.session.warnings).toHaveLength(1);

    expectValue(
      await recordApproval(maja.session.workbench, {
        ticketId: maja.ticketId,
        approvedBy: 'Anna Berg',
        approvedAt: MONDAY_NINE,
        channel: 'email',
        band: null,
        limitMinutes: 300,
        note: '',
      }),
    );
    expect(await heldOf(maja.session.workbench, mine)).toEqual([0, null]);
    await change(maja.session.workbench, mine, { description: 'Felsökning' });
    await syncBoth(both);
    expect((await onPortal(both)).minutes).toEqual([60, 210]);
  });
});
