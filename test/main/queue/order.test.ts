import { ticketIdSchema } from '@core/ids';
import { compareInQueue } from '@core/ticket/queue-order';
import { type Escalation, type TicketState, timeCriticalCategorySchema } from '@core/ticket/ticket';
import { instantFromEpochMs } from '@core/time/instant';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  escalationOf,
  markTicketGone,
  type Ticket,
  updateTicket,
  upsertTicket,
} from '../../../src/main/db/queries/tickets';
import { countQueue, findInQueue } from '../../../src/main/usecases/read-queue';
import { PLAIN_TICKET } from '../../support/plain-ticket';
import { type Asked, questionOf, queueOf } from '../../support/queue';
import { openWorkbench, type TestWorkbench } from '../../support/workbench';

// Few moments and categories: the more often two tickets are alike, the more often the next rule has to decide.
const instants = fc.integer({ min: 1, max: 4 }).map(instantFromEpochMs);
const escalations: fc.Arbitrary<Escalation> = fc.oneof(
  fc.constant({ kind: 'none' as const }),
  fc.record({ kind: fc.constantFrom('requested' as const, 'accepted' as const), at: instants }),
);
const states = fc.constantFrom<TicketState>('working', 'waiting-for-customer', 'solved');
const standings = fc
  .record({
    escalation: escalations,
    timeCriticalCategory: fc.option(fc.constantFrom(...timeCriticalCategorySchema.options.slice(0, 2))),
    registeredAt: instants,
    state: states,
    isAssignedToMe: fc.constantFrom(0 as const, 1 as const),
    tagRemoteIds: fc.subarray([3, 4]).map((ids) => JSON.stringify(ids)),
  })
  .map(({ escalation, ...rest }) => ({
    ...rest,
    escalationKind: escalation.kind,
    escalationAt: escalation.kind === 'none' ? null : escalation.at,
  }));
const ids = fc.uuid({ version: 7 }).map((id) => ticketIdSchema.parse(id));

interface Change {
  readonly nth: number;
  readonly standing: Omit<Partial<Ticket>, 'id' | 'customerId'> | 'gone';
}
const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.record({ nth: fc.nat(), standing: fc.oneof(standings, fc.constant('gone' as const)) }),
  { maxLength: 10 },
);
const tickets = fc.uniqueArray(fc.tuple(ids, standings), { minLength: 1, maxLength: 25, selector: ([id]) => id });

async function fill(workbench: TestWorkbench, given: readonly [Ticket['id'], object][], changed: readonly Change[]) {
  const { database } = workbench;
  for (const [index, [id, standing]] of given.entries()) {
    const at = instantFromEpochMs(1);
    await upsertTicket(database, {
      ...PLAIN_TICKET,
      id,
      remoteId: index + 1,
      number: `S-${index + 1}`,
      title: `Ärende ${index + 1}`,
      descriptionHtml: '',
      customerId: null,
      projectRemoteId: 1,
      state: 'working',
      registeredAt: at,
      changedAt: at,
      ...standing,
    });
  }
  for (const { nth, standing } of changed) {
    const [id] = given[nth % given.length] ?? expect.fail();
    if (standing === 'gone') await markTicketGone(database, id, instantFromEpochMs(9));
    else await updateTicket(database, id, standing);
  }
  return database.selectFrom('ticket').selectAll().execute();
}

const asked: fc.Arbitrary<Asked> = fc.record({
  view: fc.constantFrom('working', 'waiting-for-customer', 'solved', 'all'),
  scope: fc.constantFrom('mine', 'team'),
  tagRemoteId: fc.option(fc.constant(3)),
  isTimeCriticalOnly: fc.boolean(),
  // Every ticket has this word.
  search: fc.constantFrom('', 'aren'),
});

function isAskedFor({ view, scope, tagRemoteId, isTimeCriticalOnly }: Asked) {
  return (ticket: Ticket) =>
    (ticket.isAssignedToMe === 1 || (scope === 'team' && ticket.isActive === 1 && ticket.goneAt === null)) &&
    (view === 'all' || ticket.state === view) &&
    (isTimeCriticalOnly !== true || ticket.timeCriticalCategory !== null) &&
    (tagRemoteId == null || ticket.tagRemoteIds.includes(String(tagRemoteId)));
}

describe('the queue in the data file', () => {
  it('has the order of the domain, part by part, whatever was changed before', async () => {
    await fc.assert(
      fc.asyncProperty(tickets, changes, asked, fc.integer({ min: 1, max: 7 }), async (given, changed, ask, limit) => {
        const workbench = openWorkbench();
        const all = await fill(workbench, given, changed);
        const expected = all
          .filter(isAskedFor(ask))
          .map((ticket) => ({ ...ticket, escalation: escalationOf(ticket) }))
          .toSorted(compareInQueue)
          .map(({ id }) => id);
        const parts: string[] = [];
        for (let offset = 0; offset <= expected.length; offset += limit) {
          const part = await queueOf(workbench, ask, { offset, limit });
          expect(part.count).toBe(expected.length);
          parts.push(...part.rows.map(({ id }) => id));
        }
        expect(parts).toEqual(expected);
        const reading = { now: workbench.clock.read().wall, unansweredDays: 7 };
        for (const { id } of all) {
          const index = await findInQueue(workbench.database, questionOf(ask), id, reading);
          expect(index ?? -1).toBe(expected.indexOf(id));
        }
        const counts = await countQueue(workbench.database, ask.scope ?? 'mine', reading);
        const inView = { ...ask, tagRemoteId: null, isTimeCriticalOnly: false };
        expect(counts[ask.view ?? 'all']).toBe(all.filter(isAskedFor(inView)).length);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
