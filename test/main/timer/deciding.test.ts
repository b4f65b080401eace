import type { TicketId, TimerId } from '@core/ids';
import { addMs } from '@core/time/instant';
import { computeTimerIntervals } from '@core/timer/timer-intervals';
import { describe, expect, it, vi } from 'vitest';
import { listStoppedTimersWithOpenGaps, readTimerEvents } from '../../../src/main/db/queries/timers';
import { beatTimer } from '../../../src/main/usecases/beat-timer';
import { decideLimit } from '../../../src/main/usecases/decide-limit';
import { decideUnknown, type UnknownAnswer } from '../../../src/main/usecases/decide-unknown';
import { describeLine } from '../../../src/main/usecases/describe-line';
import { readTimers } from '../../../src/main/usecases/read-timers';
import { recoverTimers } from '../../../src/main/usecases/recover-timers';
import { reopenUnknown } from '../../../src/main/usecases/reopen-unknown';
import { startTimer } from '../../../src/main/usecases/start-timer';
import { stopTimer } from '../../../src/main/usecases/stop-timer';
import { HOUR, MINUTE, MONDAY_NINE, SECOND } from '../../support/hand-clock';
import { expectFailure, expectValue } from '../../support/portal-bench';
import { openWorkbench, type TestWorkbench, work } from '../../support/workbench';
import { connect, readElsewhere } from '../../support/workbench-file';
import { addLine, addTicket } from '../../support/workbench-rows';

vi.setConfig({ testTimeout: 30_000 });

/** A minute and a half after the start: where the unknown ten minutes begin. */
const FROM = addMs(MONDAY_NINE, 90 * SECOND);

/** A timer that worked a minute and a half, was unwatched for ten minutes, and worked half a minute more. */
async function makeGap() {
  const workbench = openWorkbench();
  const ticketId = await addTicket(workbench);
  const { timerId } = expectValue(await startTimer(workbench, ticketId));
  await work(workbench, 90 * SECOND);
  workbench.clock.pass(10 * MINUTE);
  await beatTimer(workbench);
  await work(workbench, 30 * SECOND);
  const stop = (description = 'Felsökning') =>
    stopTimer(workbench, { timerId, description, kindOfWork: 'general-user-support' });
  return { workbench, ticketId, timerId, stop };
}

/** The same, stopped without an answer. */
async function makeStopped() {
  const made = await makeGap();
  expectValue(await made.stop());
  return made;
}

const decide = (workbench: TestWorkbench, timerId: TimerId, answer: UnknownAnswer, from = FROM) =>
  decideUnknown(workbench, { timerId, from, answer });
const reopen = (workbench: TestWorkbench, timerId: TimerId, from = FROM) => reopenUnknown(workbench, { timerId, from });
const give = (ticketId: TicketId): UnknownAnswer => ({ kind: 'give', ticketId });

const linesIn = ({ file }: TestWorkbench) =>
  readElsewhere(
    file,
    'SELECT ticket.number, worked_seconds, description FROM timesheet_line JOIN ticket ON ticket.id = ticket_id WHERE deleted_at IS NULL ORDER BY timesheet_line.id',
  ).map(({ number, worked_seconds, description }) => [number, worked_seconds, description]);
const outboxIn = ({ file }: TestWorkbench) => readElsewhere(file, 'SELECT state FROM outbox').map(({ state }) => state);
const logIn = ({ file }: TestWorkbench) =>
  readElsewhere(file, 'SELECT kind FROM timer_event ORDER BY rowid').map(({ kind }) => kind);
const questionsIn = async (workbench: TestWorkbench) => {
  const { running, paused, unanswered } = await readTimers(workbench);
  return [...(running ? [running] : []), ...paused, ...unanswered].flatMap(({ unknownIntervals }) =>
    unknownIntervals.map(({ from, durationSeconds }) => [(from - MONDAY_NINE) / SECOND, durationSeconds]),
  );
};

describe('unknown time that is given to another ticket', () => {
  it('circumstances: unknown-later: becomes a line there, and is no work here', async () => {
    const { workbench, timerId } = await makeGap();
    const other = await addTicket(workbench);
    expectValue(await decide(workbench, timerId, give(other)));
    expect(linesIn(workbench)).toEqual([['S-2', 600, '']]);
    expect((await readTimers(workbench)).running).toMatchObject({ workedSeconds: 120, unknownIntervals: [] });
    const [line] = readElsewhere(workbench.file, 'SELECT intervals, timer_id FROM timesheet_line');
    expect(line).toEqual({
      timer_id: timerId,
      intervals: JSON.stringify([{ startedAt: FROM, durationMs: 10 * MINUTE }]),
    });
  });

  it('leaves no trace when the line cannot be written', async () => {
    const { workbench, timerId } = await makeStopped();
    const other = await addTicket(workbench);
    const before = [logIn(workbench), linesIn(workbench)];
    connect(workbench.file).exec(
      `CREATE TRIGGER line_is_broken BEFORE INSERT ON timesheet_line BEGIN SELECT RAISE(ABORT, 'no room'); END`,
    );
    await expect(decide(workbench, timerId, give(other))).rejects.toThrow('no room');
    expect([logIn(workbench), linesIn(workbench)]).toEqual(before);
    expect(await questionsIn(workbench)).toEqual([[90, 600]]);
  });

  it('stays asked about when that ticket is not here', async () => {
    const { workbench, timerId } = await makeStopped();
    const elsewhere = openWorkbench();
    const unknown = await addTicket(elsewhere);
    expect(expectFailure(await decide(workbench, timerId, give(unknown)))).toEqual({ kind: 'not-found' });
    expect(await questionsIn(workbench)).toEqual([[90, 600]]);
  });

  it('is kept when it is given to the ticket it was on', async () => {
    const { workbench, ticketId, timerId } = await makeStopped();
    expectValue(await decide(workbench, timerId, give(ticketId)));
    expect(linesIn(workbench)).toEqual([['S-1', 720, 'Felsökning']]);
  });

  it('counts on that ticket’s meter, and warns there', async () => {
    const { workbench, timerId } = await makeStopped();
    const other = await addTicket(workbench);
    await addLine(workbench, other, { workedSeconds: 3 * 3600 - 60 });
    expectValue(await decide(workbench, timerId, give(other)));
    expect(workbench.warnings).toMatchObject([{ ticketId: other, thresholdPermille: 750 }]);
  });
});

describe('unknown time that is split', () => {
  const middle = addMs(FROM, 4 * MINUTE);

  it('circumstances: unknown-later: is asked about in two parts, each answered by itself', async () => {
    const { workbench, timerId } = await makeStopped();
    const other = await addTicket(workbench);
    expectValue(await decide(workbench, timerId, { kind: 'split', at: middle }));
    expect(await questionsIn(workbench)).toEqual([
      [90, 240],
      [330, 360],
    ]);
    expectValue(await decide(workbench, timerId, give(other), middle));
    expect(await questionsIn(workbench)).toEqual([[90, 240]]);
    expectValue(await decide(workbench, timerId, { kind: 'keep' }));
    expect(linesIn(workbench)).toEqual([
      ['S-1', 360, 'Felsökning'],
      ['S-2', 360, ''],
    ]);
    expect(await questionsIn(workbench)).toEqual([]);
  });

  it.each([
    ['where it begins', 0],
    ['where it ends', 10 * MINUTE],
    ['outside', HOUR],
  ])('is not split %s', async (_where, afterMs) => {
    const { workbench, timerId } = await makeStopped();
    const split = { kind: 'split', at: addMs(FROM, afterMs) } as const;
    expect(expectFailure(await decide(workbench, timerId, split))).toEqual({ kind: 'time-invalid' });
    expect(await questionsIn(workbench)).toEqual([[90, 600]]);
  });
});

describe('unknown time of which a part was given away', () => {
  it('is kept on its own ticket and not where the other part went', async () => {
    const { workbench, timerId, stop } = await makeGap();
    const other = await addTicket(workbench);
    const middle = addMs(FROM, 4 * MINUTE);
    expectValue(await decide(workbench, timerId, { kind: 'split', at: middle }));
    expectValue(await decide(workbench, timerId, give(other)));
    await stop();
    expectValue(await decide(workbench, timerId, { kind: 'keep' }, middle));
    expect(linesIn(workbench)).toEqual([
      ['S-2', 240, ''],
      ['S-1', 480, 'Felsökning'],
    ]);
  });
});

describe('one absence of several parts', () => {
  it('circumstances: unknown-later: is answered and taken back as one', async () => {
    const { workbench, timerId, stop } = await makeGap();
    workbench.clock.pass(2 * MINUTE);
    await recoverTimers(workbench);
    workbench.clock.pass(3 * MINUTE);
    await recoverTimers(workbench);
    await work(workbench, 30 * SECOND);
    await stop();
    expect(await questionsIn(workbench)).toEqual([
      [90, 600],
      [720, 300],
    ]);
    const second = addMs(MONDAY_NINE, 720 * SECOND);
    expectValue(await decide(workbench, timerId, { kind: 'keep' }, second));
    expect(linesIn(workbench)).toEqual([['S-1', 450, 'Felsökning']]);
    expectValue(await reopen(workbench, timerId, second));
    expect(linesIn(workbench)).toEqual([['S-1', 150, 'Felsökning']]);
    expect(await questionsIn(workbench)).toEqual([
      [90, 600],
      [720, 300],
    ]);
  });
});

describe('time that a line of mine claims already', () => {
  it.each([
    ['kept', (_other: TicketId): UnknownAnswer => ({ kind: 'keep' })],
    ['given away', give],
  ])('cannot be %s as well', async (_what, answer) => {
    const { workbench, timerId } = await makeStopped();
    const other = await addTicket(workbench);
    const intervals = [{ startedAt: addMs(FROM, 9 * MINUTE), durationMs: HOUR }];
    await addLine(workbench, other, { intervals });
    expect(expectFailure(await decide(workbench, timerId, answer(other)))).toEqual({ kind: 'line-overlaps' });
    expect(await questionsIn(workbench)).toEqual([[90, 600]]);
    expectValue(await decide(workbench, timerId, { kind: 'discard' }));
  });

  it('is found for the whole of a long absence', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const { timerId } = expectValue(await startTimer(workbench, ticketId));
    await work(workbench, 90 * SECOND);
    workbench.clock.pass(96 * HOUR);
    await beatTimer(workbench);
    await addLine(workbench, ticketId, {
      date: '2026-11-25',
      intervals: [{ startedAt: addMs(FROM, 48 * HOUR), durationMs: HOUR }],
    });
    expect(expectFailure(await decide(workbench, timerId, { kind: 'keep' }))).toEqual({ kind: 'line-overlaps' });
  });
});

describe('an answer that is taken back', () => {
  it.each(['keep', 'discard'] as const)(
    'circumstances: unknown-later: asks again while the timer runs: %s',
    async (kind) => {
      const { workbench, timerId } = await makeGap();
      expectValue(await decide(workbench, timerId, { kind }));
      expectValue(await reopen(workbench, timerId));
      expect(await questionsIn(workbench)).toEqual([[90, 600]]);
      expect((await readTimers(workbench)).running).toMatchObject({ workedSeconds: 120 });
    },
  );

  it('circumstances: unknown-later: takes kept time out of the line again, whenever it was kept', async () => {
    for (const isKeptBefore of [true, false]) {
      const { workbench, timerId, stop } = await makeGap();
      if (isKeptBefore) expectValue(await decide(workbench, timerId, { kind: 'keep' }));
      expectValue(await stop());
      if (!isKeptBefore) expectValue(await decide(workbench, timerId, { kind: 'keep' }));
      expect(linesIn(workbench)).toEqual([['S-1', 720, 'Felsökning']]);
      expectValue(await reopen(workbench, timerId));
      expect(linesIn(workbench)).toEqual([['S-1', 120, 'Felsökning']]);
      expect(await questionsIn(workbench)).toEqual([[90, 600]]);
      expect(outboxIn(workbench)).toEqual(['waiting']);
    }
  });

  it('takes the line away that was given to another ticket, and what waited to be sent of it', async () => {
    const { workbench, timerId } = await makeGap();
    const other = await addTicket(workbench);
    expectValue(await decide(workbench, timerId, give(other)));
    const { id: lineId } = await workbench.database.selectFrom('timesheetLine').select('id').executeTakeFirstOrThrow();
    const described = { lineId, description: 'Möte', kindOfWork: 'general-user-support' as const };
    expectValue(await describeLine(workbench, described));
    await addLine(workbench, other, { workedSeconds: 60 });
    expect(outboxIn(workbench)).toEqual(['waiting', 'waiting']);
    expectValue(await reopen(workbench, timerId));
    expect(linesIn(workbench)).toEqual([['S-2', 60, 'Felsökning']]);
    expect(outboxIn(workbench)).toEqual(['waiting']);
    expect(await questionsIn(workbench)).toEqual([[90, 600]]);
    expect((await readTimers(workbench)).running).toMatchObject({ workedSeconds: 120 });
  });

  it.each(['in-flight', 'done', 'parked'])('is refused when its line is %s', async (state) => {
    const { workbench, timerId } = await makeStopped();
    expectValue(await decide(workbench, timerId, { kind: 'keep' }));
    connect(workbench.file).exec(`UPDATE outbox SET state = '${state}'`);
    expect(expectFailure(await reopen(workbench, timerId))).toEqual({ kind: 'in-use' });
    expect(linesIn(workbench)).toEqual([['S-1', 720, 'Felsökning']]);
    expect(await questionsIn(workbench)).toEqual([]);
  });

  it('is refused when somebody has changed the line since', async () => {
    const { workbench, timerId } = await makeStopped();
    expectValue(await decide(workbench, timerId, { kind: 'keep' }));
    connect(workbench.file).exec(`UPDATE timesheet_line SET intervals = '[]', worked_seconds = 500`);
    expect(expectFailure(await reopen(workbench, timerId))).toEqual({ kind: 'changed-since' });
    expect(linesIn(workbench)).toEqual([['S-1', 500, 'Felsökning']]);
  });

  it('takes the time out of both lines when a decision at the limit has parted it', async () => {
    const { workbench, ticketId, timerId } = await makeStopped();
    await addLine(workbench, ticketId, { workedSeconds: 4 * 3600 - 120 - 300 });
    expectValue(await decide(workbench, timerId, { kind: 'keep' }));
    expectValue(await decideLimit(workbench, { ticketId, decision: 'not-charged' }));
    const mine = () =>
      readElsewhere(
        workbench.file,
        'SELECT worked_seconds, verdict FROM timesheet_line WHERE timer_id IS NOT NULL AND deleted_at IS NULL ORDER BY id',
      );
    expect(mine()).toEqual([
      { worked_seconds: 420, verdict: 'chargeable' },
      { worked_seconds: 300, verdict: 'not-charged' },
    ]);
    expectValue(await reopen(workbench, timerId));
    // The half minute after it was past the limit too, and stays what it was decided to be.
    expect(mine()).toEqual([
      { worked_seconds: 90, verdict: 'chargeable' },
      { worked_seconds: 30, verdict: 'not-charged' },
    ]);
    // What is kept once more is past the limit as before, and falls under the same decision.
    expectValue(await decide(workbench, timerId, { kind: 'keep' }));
    expect(mine()).toEqual([
      { worked_seconds: 420, verdict: 'chargeable' },
      { worked_seconds: 30, verdict: 'not-charged' },
      { worked_seconds: 270, verdict: 'not-charged' },
    ]);
  });

  it('leaves every line as it was when one of two is refused', async () => {
    const { workbench, timerId, stop } = await makeGap();
    workbench.clock.pass(24 * HOUR);
    await beatTimer(workbench);
    await stop();
    const from = addMs(MONDAY_NINE, 720 * SECOND);
    expectValue(await decide(workbench, timerId, { kind: 'keep' }, from));
    connect(workbench.file).exec(
      `UPDATE timesheet_line SET intervals = '[]', worked_seconds = 500, overtime_seconds = 0, held_seconds = 0,
         hold_reason = NULL WHERE date = '2026-11-24'`,
    );
    const before = linesIn(workbench);
    expect(expectFailure(await reopen(workbench, timerId, from))).toEqual({ kind: 'changed-since' });
    expect(linesIn(workbench)).toEqual(before);
  });

  it('is refused where nobody answered', async () => {
    const { workbench, timerId } = await makeStopped();
    expect(expectFailure(await reopen(workbench, timerId))).toEqual({ kind: 'not-found' });
    expect(expectFailure(await reopen(workbench, timerId, MONDAY_NINE))).toEqual({ kind: 'not-found' });
  });

  it('keeps a line within what is held of it', async () => {
    const { workbench, timerId } = await makeStopped();
    expectValue(await decide(workbench, timerId, { kind: 'keep' }));
    connect(workbench.file).exec(`UPDATE timesheet_line SET held_seconds = 700, hold_reason = 'unapproved'`);
    expectValue(await reopen(workbench, timerId));
    expect(linesIn(workbench)).toEqual([['S-1', 120, 'Felsökning']]);
  });
});

describe('questions about stopped timers', () => {
  it('are looked for no longer once they are answered, however they came about', async () => {
    const { workbench, timerId, stop } = await makeGap();
    const candidates = async () => (await listStoppedTimersWithOpenGaps(workbench.database)).map(({ id }) => id);
    // Away, killed while away, and away again.
    workbench.attention.presence = {
      ...workbench.attention.presence,
      absence: { from: workbench.clock.read(), cause: 'idle' },
    };
    await beatTimer(workbench);
    workbench.clock.pass(MINUTE);
    await recoverTimers(workbench);
    workbench.attention.presence = { ...workbench.attention.presence, absence: null };
    await work(workbench, 30 * SECOND);
    await stop();
    expect(await candidates()).toEqual([timerId]);
    expect(await questionsIn(workbench)).toHaveLength(2);
    for (const [fromSeconds = 0] of await questionsIn(workbench)) {
      expectValue(await decide(workbench, timerId, { kind: 'discard' }, addMs(MONDAY_NINE, fromSeconds * SECOND)));
    }
    expect(await candidates()).toEqual([]);
    expectValue(await reopen(workbench, timerId));
    expect(await candidates()).toEqual([timerId]);
  });

  it('circumstances: unknown-later: are in the list for as long as it takes', async () => {
    const { workbench, timerId } = await makeStopped();
    workbench.clock.pass(21 * 24 * HOUR);
    workbench.clock.reboot();
    expect((await readTimers(workbench)).unanswered).toMatchObject([{ id: timerId, state: 'stopped' }]);
    expectValue(await decide(workbench, timerId, { kind: 'keep' }));
    expect(linesIn(workbench)).toEqual([['S-1', 720, 'Felsökning']]);
    const { decided } = computeTimerIntervals(await readTimerEvents(workbench.database, timerId), null);
    expect(decided).toMatchObject([{ decision: 'keep', durationMs: 10 * MINUTE }]);
  });
});
