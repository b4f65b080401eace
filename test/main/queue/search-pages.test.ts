import type { TicketId } from '@core/ids';
import { searchWordsOf } from '@core/ticket/search-words';
import type { TicketState } from '@core/ticket/ticket';
import { instantFromEpochMs } from '@core/time/instant';
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { markTicketGone, updateTicket } from '../../../src/main/db/queries/tickets';
import { findInQueue, listQueueIds } from '../../../src/main/usecases/read-queue';
import { type Asked, questionOf, queueOf } from '../../support/queue';
import { openWorkbench, type TestWorkbench } from '../../support/workbench';
import { addTicket } from '../../support/workbench-rows';

const WORDS = ['moms', 'momsen', 'kassa', 'frakt'] as const;
const texts = fc.subarray([...WORDS]).map((words) => words.join(' '));
const given = fc.array(
  fc.record({
    title: texts,
    description: texts,
    registeredAt: fc.integer({ min: 1, max: 3 }).map(instantFromEpochMs),
    state: fc.constantFrom<TicketState>('working', 'waiting-for-customer', 'solved'),
    isAssignedToMe: fc.constantFrom(0 as const, 1 as const),
    isGone: fc.boolean(),
  }),
  { minLength: 1, maxLength: 14 },
);
const asked: fc.Arbitrary<Asked & { search: string }> = fc.record({
  view: fc.constantFrom('all', 'working', 'waiting-for-customer'),
  scope: fc.constantFrom('team', 'mine'),
  search: fc.constantFrom('moms', 'momsen', 'kas', 'moms kassa', 'frakt moms', 'm f'),
});

/** What the search is to find, in one plain query: first what the row shows, each part in the order of the queue. */
async function expectedIds({ database }: TestWorkbench, { view, scope, search }: Asked & { search: string }) {
  const match = searchWordsOf(search)
    .map((word) => `"${word}"*`)
    .join(' ');
  const state = view === 'all' ? sql`1` : sql`place.state = ${view}`;
  const whose = scope === 'mine' ? sql`place.is_mine = 1` : sql`place.is_with_team = 1`;
  const { rows } = await sql<{ ticketId: TicketId }>`
    SELECT place.ticket_id FROM ticket_search JOIN queue_place AS place ON place.place_id = ticket_search.rowid
    WHERE ticket_search MATCH ${match} AND ${state} AND ${whose}
    ORDER BY place.place_id NOT IN (
        SELECT rowid FROM ticket_search WHERE ticket_search MATCH ${`{number title customer} : (${match})`}),
      reason_rank, in_place_since, registered_at, ticket_id`.execute(database);
  return rows.map(({ ticketId }) => ticketId);
}

it('finds the same tickets in the same order and number, with the same marks, however it is asked page by page', async () => {
  await fc.assert(
    fc.asyncProperty(given, asked, fc.integer({ min: 1, max: 6 }), async (tickets, ask, limit) => {
      const workbench = openWorkbench();
      const shown = new Map<TicketId, string>();
      for (const { title, description, isGone, ...standing } of tickets) {
        const id = await addTicket(workbench);
        await updateTicket(workbench.database, id, { ...standing, title, descriptionHtml: `<p>${description}</p>` });
        if (isGone) await markTicketGone(workbench.database, id, instantFromEpochMs(9));
        shown.set(id, title);
      }
      // Brings the index in step.
      await queueOf(workbench, ask);
      const expected = await expectedIds(workbench, ask);
      const reading = { now: workbench.clock.read().wall, unansweredDays: 7 };
      const found: string[] = [];
      for (let offset = 0; offset <= expected.length; offset += limit) {
        const page = await queueOf(workbench, ask, { offset, limit });
        expect(page.count).toBe(expected.length);
        found.push(...page.rows.map(({ id }) => id));
        for (const { id, excerpt } of page.rows) {
          const own = (shown.get(id) ?? '').split(' ');
          const isAllShown = searchWordsOf(ask.search).every((word) => own.some((one) => one.startsWith(word)));
          expect(excerpt?.where ?? 'row').toBe(isAllShown ? 'row' : 'description');
        }
        const ids = await listQueueIds(workbench.database, questionOf(ask), { offset, limit }, reading);
        expect(ids).toEqual(page.rows.map(({ id }) => id));
      }
      expect(found).toEqual(expected);
      for (const id of shown.keys()) {
        const index = await findInQueue(workbench.database, questionOf(ask), id, reading);
        expect(index ?? -1).toBe(expected.indexOf(id));
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);
