import { QUEUE_PAGE_ROWS } from '@core/ticket/queue-page';
import { WORKING_QUEUE } from '@core/ticket/queue-view';
import { searchWordsOf } from '@core/ticket/search-words';
import { instantFromEpochMs } from '@core/time/instant';
import { createSwedishCalendar } from '@core/time/swedish-holidays';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { openWorkbenchDatabase } from '../../src/main/db/open';
import { readQueue } from '../../src/main/usecases/read-queue';

// Searches a large workbench file as the window does and, in turn with that, by the bare ranked query on the index:
// `queue-search.ts <file> <words as JSON>`. Says the medians as one line of JSON.

const [file, words] = z
  .tuple([z.string(), z.string().transform((json) => z.array(z.string()).parse(JSON.parse(json)))])
  .parse(process.argv.slice(2));
const ROUNDS = 15;

const opened = openWorkbenchDatabase(file);
if (!opened.ok) throw new Error(`The file does not open: ${JSON.stringify(opened.failure)}`);
const database = opened.value;
const plain = new Database(file, { readonly: true });
const matching = plain.prepare('SELECT count(*) FROM ticket_search WHERE ticket_search MATCH ?').pluck();
const bare = plain.prepare('SELECT rowid FROM ticket_search WHERE ticket_search MATCH ? ORDER BY rank LIMIT ?');
const tickets = Number(plain.prepare('SELECT count(*) FROM ticket').pluck().get());
const reading = { now: instantFromEpochMs(Date.now()), calendar: createSwedishCalendar(), unansweredDays: 7 };

async function timed(work: () => unknown): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;
}

const searches = [];
for (const search of words) {
  const match = searchWordsOf(search)
    .map((word) => `"${word}"*`)
    .join(' ');
  const question = {
    ...WORKING_QUEUE,
    view: 'all' as const,
    scope: 'team' as const,
    search,
    offset: 0,
    limit: QUEUE_PAGE_ROWS,
  };
  const ours: number[] = [];
  const bares: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    bares.push(await timed(() => bare.all(match, QUEUE_PAGE_ROWS)));
    ours.push(await timed(() => readQueue(database, question, reading)));
  }
  const share = Number(matching.get(match)) / tickets;
  searches.push({ search, share, searchMs: median(ours), bareMs: median(bares) });
}
plain.close();
await database.destroy();
console.log(JSON.stringify(searches));
