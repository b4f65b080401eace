import { join } from 'node:path';
import { ticketIdSchema } from '@core/ids';
import { beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../../../src/main/db/migrate';
import { migration0001 } from '../../../../src/main/db/migrations/0001-workbench';
import { migration0002 } from '../../../../src/main/db/migrations/0002-ticket-history';
import { openWorkbenchDatabase } from '../../../../src/main/db/open';
import { readHeartbeat, readRunningTimer, readTimerEvents } from '../../../../src/main/db/queries/timers';
import { listLinesOfTicket } from '../../../../src/main/db/queries/timesheet-lines';
import { expectValue } from '../../../support/portal-bench';
import { makeFolder } from '../../../support/workbench';
import { connect, readElsewhere } from '../../../support/workbench-file';

const uuid = (number: number) => `01a00000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const [TICKET, TIMER, STOPPED, SENT, WAITING, COLLEAGUE, MESSAGE] = [1, 2, 3, 4, 5, 6, 7].map(uuid);
const STARTED_AT = Date.UTC(2026, 10, 23, 8, 0);

/** A file as the version before left it: a timer that runs, a sent line, one that waits, one of a colleague. */
const CONTENT = `
  INSERT INTO customer VALUES ('${uuid(20)}', 9, 'Exempel AB', NULL, NULL, NULL);
  INSERT INTO ticket VALUES ('${TICKET}', 42, 'S-42', 'Order', '', '${uuid(20)}', 1, 'Support', NULL, 'working', 1, NULL,
    'none', NULL, 5400, 0, 1, 1);
  INSERT INTO timer VALUES ('${TIMER}', '${TICKET}', 'bug-analysis', 'running');
  INSERT INTO timer VALUES ('${STOPPED}', '${TICKET}', 'bug-analysis', 'stopped');
  INSERT INTO timer_event VALUES ('${TIMER}', 1, 'started',
    '{"kind":"started","at":{"wall":${STARTED_AT},"monotonicMs":1000.5,"bootId":"boot-1"}}');
  INSERT INTO heartbeat VALUES ('${TIMER}', ${STARTED_AT + 60_000}, 61000.5, 'boot-1');
  INSERT INTO timesheet_line VALUES ('${SENT}', 7, '${TICKET}', '${STOPPED}', 'mine', 'Maja', '2026-11-23', ${STARTED_AT},
    ${STARTED_AT + 7_200_000}, 1320, 'Felsökning', 'bug-analysis', 'chargeable');
  INSERT INTO timesheet_line VALUES ('${WAITING}', NULL, '${TICKET}', NULL, 'mine', 'Maja', '2026-11-24', NULL, NULL, 600,
    'Svar', 'general-user-support', 'included');
  INSERT INTO timesheet_line VALUES ('${COLLEAGUE}', 8, '${TICKET}', NULL, 'colleague', 'Oskar', '2026-11-22', NULL, NULL,
    3480, 'Test', 'general-user-support', 'chargeable');
  INSERT INTO message VALUES ('${MESSAGE}', NULL, 'uid', '${TICKET}', 'Maja', 0, 'Hej', 1);
  INSERT INTO outbox (id, kind, subject_id, operation, depends_on, state, attempts, next_attempt_at, created_at) VALUES
    ('${uuid(30)}', 'create-timesheet-line', '${SENT}', '{"kind":"create-timesheet-line","lineId":"${SENT}"}', NULL,
      'done', 1, 1, 1),
    ('${uuid(31)}', 'create-timesheet-line', '${WAITING}', '{"kind":"create-timesheet-line","lineId":"${WAITING}"}', NULL,
      'in-flight', 2, 1, 1),
    ('${uuid(32)}', 'post-message', '${MESSAGE}', '{"kind":"post-message","messageId":"${MESSAGE}"}', '${uuid(31)}',
      'waiting', 0, 1, 1);
`;

let file: string;

beforeEach(() => {
  file = join(makeFolder(), 'workbench.sqlite');
  const database = connect(file);
  database.pragma('foreign_keys = ON');
  expectValue(migrate(database, [migration0001, migration0002]));
  database.exec(CONTENT);
  database.close();
});

/** Opens the file as the app does, which brings it up; ends with whatever `look` says of it. */
async function afterUpgrade<Found>(look: (database: ReturnType<typeof open>) => Promise<Found>): Promise<Found> {
  const database = open();
  try {
    return await look(database);
  } finally {
    await database.destroy();
  }
}

function open() {
  return expectValue(openWorkbenchDatabase(file));
}

describe('a file from before lines could be changed after they were sent', () => {
  it('keeps every second of every line, with its date, words and verdict', async () => {
    const select = `SELECT id, remote_id, ticket_id, timer_id, origin, employee_name, date, worked_seconds, description,
      kind_of_work, verdict FROM timesheet_line ORDER BY id`;
    const before = readElsewhere(file, select);
    await afterUpgrade(async () => undefined);
    expect(before).toHaveLength(3);
    expect(readElsewhere(file, select)).toEqual(before);
  });

  it('knows when a line was worked and what the portal holds of it, and invents neither', async () => {
    const lines = await afterUpgrade((database) => listLinesOfTicket(database, ticketOf(file)));
    const byId = new Map<string, (typeof lines)[number]>(lines.map((line) => [line.id, line]));
    expect(byId.get(String(SENT))).toMatchObject({
      intervals: [{ startedAt: STARTED_AT, durationMs: 1_320_000 }],
      portalValues: { date: '2026-11-23', description: 'Felsökning', workedSeconds: 1320, ticketRemoteId: 42 },
      heldSeconds: 0,
      holdReason: null,
      deletedAt: null,
    });
    expect(byId.get(String(WAITING))).toMatchObject({ intervals: [], portalValues: null, heldSeconds: 0 });
    expect(byId.get(String(COLLEAGUE))).toMatchObject({ intervals: [], origin: 'colleague' });
  });

  it('keeps the outbox in its order, with what is ambiguous and what depends on what', async () => {
    const select = 'SELECT * FROM outbox ORDER BY sequence';
    const before = readElsewhere(file, select);
    await afterUpgrade(async () => undefined);
    expect(readElsewhere(file, select)).toMatchObject(before);
    expect(before.map(({ state }) => state)).toEqual(['done', 'in-flight', 'waiting']);
    // The next operation comes behind all there were.
    const database = connect(file);
    database.pragma('foreign_keys = ON');
    database.exec(`INSERT INTO outbox (id, kind, subject_id, operation, depends_on, state, attempts, next_attempt_at, created_at)
      VALUES ('${uuid(33)}', 'update-timesheet-line', '${SENT}', '{}', '${uuid(31)}', 'waiting', 0, 1, 1)`);
    expect(database.prepare('SELECT max(sequence) FROM outbox').pluck().get()).toBe(4);
    expect(database.pragma('foreign_key_check')).toEqual([]);
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  it('lets the timer run on where its last heartbeat was', async () => {
    const found = await afterUpgrade(async (database) => {
      const timer = await readRunningTimer(database);
      if (!timer) throw new Error('The timer is gone.');
      return { events: await readTimerEvents(database, timer.id), heartbeat: await readHeartbeat(database, timer.id) };
    });
    expect(found.events).toEqual([
      { kind: 'started', at: { wall: STARTED_AT, monotonicMs: 1000.5, bootId: 'boot-1' } },
    ]);
    expect(found.heartbeat).toMatchObject({ wall: STARTED_AT + 60_000, monotonicMs: 61_000.5, bootId: 'boot-1' });
  });
});

function ticketOf(path: string) {
  return ticketIdSchema.parse(readElsewhere(path, 'SELECT id FROM ticket')[0]?.['id']);
}
