import type { TicketId } from '@core/ids';
import { describe, expect, it } from 'vitest';
import { readTicket, updateUnlistedSeconds } from '../../src/main/db/queries/tickets';
import { decideUnknown } from '../../src/main/usecases/decide-unknown';
import { describeLine } from '../../src/main/usecases/describe-line';
import { pauseTimer } from '../../src/main/usecases/pause-timer';
import { raiseFourHourWarning } from '../../src/main/usecases/raise-four-hour-warning';
import { startTimer } from '../../src/main/usecases/start-timer';
import { stopTimer } from '../../src/main/usecases/stop-timer';
import { readMeter } from '../../src/main/usecases/ticket-figures';
import { MINUTE, SECOND } from '../support/hand-clock';
import { expectValue } from '../support/portal-bench';
import { copyAsKilled, openWorkbench, type TestWorkbench, work } from '../support/workbench';
import { readElsewhere } from '../support/workbench-file';
import { addLine, addTicket } from '../support/workbench-rows';

const HOURS = 3_600;
const MINUTES = 60;

/** A ticket on which a colleague has worked so long already, and whose warnings until then have spoken. */
async function addWorkedTicket(workbench: TestWorkbench, workedSeconds: number): Promise<TicketId> {
  const ticketId = await addTicket(workbench);
  await addLine(workbench, ticketId, { workedSeconds, origin: 'colleague', remoteId: workedSeconds });
  await raiseFourHourWarning(workbench, ticketId, { isSilent: true });
  return ticketId;
}

async function startOn(workbench: TestWorkbench, ticketId: TicketId) {
  return expectValue(await startTimer(workbench, ticketId)).timerId;
}

const spokenBy = ({ warnings }: TestWorkbench) => warnings.map(({ thresholdPermille }) => thresholdPermille);

async function countedOn(workbench: TestWorkbench, ticketId: TicketId): Promise<number> {
  const ticket = await readTicket(workbench.database, ticketId);
  if (!ticket) throw new Error('no ticket');
  return (await readMeter(workbench.database, ticket, workbench.clock.read())).countedSeconds;
}

describe('while the timer runs', () => {
  it.each([
    ['three hours', 3 * HOURS, 750],
    ['three and a half', 3.5 * HOURS, 875],
    ['three and three quarters', 3.75 * HOURS, 938],
    ['four', 4 * HOURS, 1000],
  ])('one warning speaks at %s hours, at the beat that reaches it, and not again', async (_name, at, permille) => {
    const workbench = openWorkbench();
    const ticketId = await addWorkedTicket(workbench, at - 10);
    await startOn(workbench, ticketId);
    await work(workbench, 9 * SECOND);
    expect(workbench.warnings).toEqual([]);
    await work(workbench, SECOND);
    expect(workbench.warnings).toEqual([
      {
        ticketId,
        ticketNumber: 'S-1',
        thresholdPermille: permille,
        countedSeconds: at,
        leftSeconds: 4 * HOURS - at,
      },
    ]);
    await work(workbench, 20 * SECOND);
    expect(workbench.warnings).toHaveLength(1);
  });

  it('circumstances: cap-warning: each crossing speaks in its turn', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    await startOn(workbench, ticketId);
    for (const minutes of [175, 10, 30, 15, 15]) {
      await addLine(workbench, ticketId, { workedSeconds: minutes * MINUTES });
      await work(workbench, 4 * SECOND);
    }
    expect(spokenBy(workbench)).toEqual([750, 875, 938, 1000]);
  });

  it('a warning that has spoken is on disk before it is heard', async () => {
    const workbench = openWorkbench();
    const ticketId = await addWorkedTicket(workbench, 3 * HOURS - 2);
    const seen: unknown[] = [];
    workbench.onTold((what) => {
      if (what !== 'warning') return;
      seen.push(readElsewhere(workbench.file, 'SELECT ticket_id, threshold_permille FROM four_hour_warning'));
    });
    await startOn(workbench, ticketId);
    await work(workbench, 4 * SECOND);
    expect(seen).toEqual([[{ ticket_id: ticketId, threshold_permille: 750 }]]);
  });

  it('circumstances: cap-warning: a warning that has spoken does not speak again after the app was killed', async () => {
    const workbench = openWorkbench();
    const ticketId = await addWorkedTicket(workbench, 3 * HOURS - 2);
    await startOn(workbench, ticketId);
    await work(workbench, 4 * SECOND);
    expect(spokenBy(workbench)).toEqual([750]);

    const again = openWorkbench({ folder: copyAsKilled(workbench), clock: workbench.clock });
    await work(again, 20 * SECOND);
    expect(spokenBy(again)).toEqual([]);
    await addLine(again, ticketId, { workedSeconds: 0.5 * HOURS });
    await work(again, 4 * SECOND);
    expect(spokenBy(again)).toEqual([875]);
  });

  it('time that is included in the agreement raises none', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench, { agreements: ['maintenance-and-support'] });
    await addLine(workbench, ticketId, { workedSeconds: 3 * HOURS - 2, verdict: 'chargeable' });
    await startOn(workbench, ticketId);
    await work(workbench, 8 * SECOND);
    expect(workbench.warnings).toEqual([]);
  });

  it('an unknown interval raises none until it is kept', async () => {
    const workbench = openWorkbench();
    const ticketId = await addWorkedTicket(workbench, 3 * HOURS - 10 * MINUTES);
    const timerId = await startOn(workbench, ticketId);
    const from = workbench.clock.read().wall;
    workbench.clock.pass(20 * MINUTE);
    await work(workbench, 4 * SECOND);
    expect(workbench.warnings).toEqual([]);
    await decideUnknown(workbench, { timerId, from, answer: { kind: 'keep' } });
    expect(spokenBy(workbench)).toEqual([750]);
  });
});

describe('with no timer running', () => {
  it('the warning speaks when a stopped timer is booked as work that counts', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench, { agreements: ['maintenance-and-support'] });
    await addLine(workbench, ticketId, { workedSeconds: 3 * HOURS - 2 });
    const timerId = await startOn(workbench, ticketId);
    await work(workbench, 8 * SECOND);
    await stopTimer(workbench, { timerId, description: '', kindOfWork: 'training-or-customisation' });
    expect(spokenBy(workbench)).toEqual([750]);
  });

  it('the warning speaks when a line is described as work that counts', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const lineId = await addLine(workbench, ticketId, {
      workedSeconds: 3 * HOURS,
      description: '',
      kindOfWork: 'internal',
      verdict: 'not-charged',
    });
    await describeLine(workbench, { lineId, description: 'Felsökning', kindOfWork: 'general-user-support' });
    expect(spokenBy(workbench)).toEqual([750]);
  });

  it('the warning speaks when a kept interval lengthens a line', async () => {
    const workbench = openWorkbench();
    const ticketId = await addWorkedTicket(workbench, 3 * HOURS - 10 * MINUTES);
    const timerId = await startOn(workbench, ticketId);
    await work(workbench, 8 * SECOND);
    const from = workbench.clock.read().wall;
    workbench.clock.pass(20 * MINUTE);
    await stopTimer(workbench, { timerId, description: 'Felsökning', kindOfWork: 'general-user-support' });
    expect(workbench.warnings).toEqual([]);
    await decideUnknown(workbench, { timerId, from, answer: { kind: 'keep' } });
    expect(spokenBy(workbench)).toEqual([750]);
  });

  it('a paused timer counts, so nothing speaks twice around a pause', async () => {
    const workbench = openWorkbench();
    const ticketId = await addWorkedTicket(workbench, 3 * HOURS - 2);
    const timerId = await startOn(workbench, ticketId);
    await work(workbench, 4 * SECOND);
    await pauseTimer(workbench, timerId);
    await raiseFourHourWarning(workbench, ticketId);
    await startOn(workbench, ticketId);
    await work(workbench, 4 * SECOND);
    expect(spokenBy(workbench)).toEqual([750]);
  });

  it('a stop at the limit neither speaks twice nor counts twice', async () => {
    const workbench = openWorkbench();
    const ticketId = await addWorkedTicket(workbench, 3 * HOURS - 2);
    const timerId = await startOn(workbench, ticketId);
    await work(workbench, 4 * SECOND);
    await stopTimer(workbench, { timerId, description: 'Felsökning', kindOfWork: 'general-user-support' });
    await raiseFourHourWarning(workbench, ticketId);
    expect(spokenBy(workbench)).toEqual([750]);
    expect(await countedOn(workbench, ticketId)).toBe(3 * HOURS + 2);
  });

  it('colleagues’ time that the portal shows only as a sum counts', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    await workbench.database
      .updateTable('ticket')
      .set({ portalWorkedSeconds: 3 * HOURS })
      .execute();
    await addLine(workbench, ticketId, { workedSeconds: HOURS, remoteId: 1 });
    await updateUnlistedSeconds(workbench.database, [ticketId]);
    expect(await countedOn(workbench, ticketId)).toBe(3 * HOURS);
    await raiseFourHourWarning(workbench, ticketId);
    expect(spokenBy(workbench)).toEqual([750]);
  });

  it('a total that falls below a threshold arms its warning again', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const lineId = await addLine(workbench, ticketId, { workedSeconds: 3 * HOURS });
    await raiseFourHourWarning(workbench, ticketId);
    await describeLine(workbench, { lineId, description: 'Internt', kindOfWork: 'internal' });
    await describeLine(workbench, { lineId, description: 'Felsökning', kindOfWork: 'general-user-support' });
    expect(spokenBy(workbench)).toEqual([750, 750]);
  });

  it('several thresholds crossed at once speak with one voice, the highest', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    await addLine(workbench, ticketId, { workedSeconds: 5 * HOURS });
    await raiseFourHourWarning(workbench, ticketId);
    await raiseFourHourWarning(workbench, ticketId);
    expect(workbench.warnings).toMatchObject([{ thresholdPermille: 1000, countedSeconds: 5 * HOURS, leftSeconds: 0 }]);
  });

  it('a warning that was only taken note of never speaks', async () => {
    const workbench = openWorkbench();
    const ticketId = await addWorkedTicket(workbench, 3 * HOURS);
    await raiseFourHourWarning(workbench, ticketId);
    expect(workbench.warnings).toEqual([]);
  });
});
