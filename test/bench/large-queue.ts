import { instantFromEpochMs } from '@core/time/instant';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { openWorkbenchDatabase } from '../../src/main/db/open';
import { bringWholeIndexInStep } from '../../src/main/usecases/search-tickets';

// Fills a workbench file with as many tickets as it is told, always the same ones: `large-queue.ts <file> <tickets>`. Each
// has two messages, every third a line. Says as one line of JSON how often some words stand in them.

const [file, count] = z.tuple([z.string(), z.coerce.number().int().positive()]).parse(process.argv.slice(2));
const MINUTE_MS = 60_000;
const CUSTOMERS = 3_000;
const LAST_AT = instantFromEpochMs(Date.UTC(2026, 0, 1));

/** The same numbers in each run; below `limit`. */
function createNumbers() {
  let state = 42;
  return (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const SYLLABLES = [
  'fak',
  'tu',
  'ra',
  'or',
  'der',
  'la',
  'ger',
  'mo',
  'ms',
  'kun',
  'den',
  'be',
  'tal',
  'ning',
  'kas',
  'sa',
  'le',
  've',
  'pro',
  'dukt',
  'pris',
  'bok',
  'för',
  'ing',
  'ut',
  'skrift',
];
const WORDS = 6_000;

/** Words that are about as unequally common as those of a language: the first ones stand in nearly every ticket. */
function createVocabulary(number: (limit: number) => number) {
  const words = Array.from({ length: WORDS }, () =>
    Array.from({ length: 2 + number(3) }, () => SYLLABLES[number(SYLLABLES.length)]).join(''),
  );
  const sums: number[] = [];
  for (const [rank] of words.entries()) sums.push((sums.at(-1) ?? 0) + 1 / (rank + 5));
  const word = () => {
    const sought = (number(1_000_000) / 1_000_000) * (sums.at(-1) ?? 0);
    let low = 0;
    let high = WORDS - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < sought) low = middle + 1;
      else high = middle;
    }
    return words[low] ?? '';
  };
  return { words, text: (length: number) => Array.from({ length }, word).join(' ') };
}

const idOf = (kind: string, index: number) =>
  `01a${kind}${index.toString(16).padStart(8, '0').slice(0, 4)}-${index.toString(16).padStart(8, '0').slice(4)}-7000-8000-${index.toString(16).padStart(12, '0')}`;

function stateOf(chance: number): string {
  if (chance < 5) return 'working';
  return chance < 8 ? 'waiting-for-customer' : 'solved';
}

const database = new Database(file);
database.pragma('foreign_keys = ON');
const number = createNumbers();
const { words, text } = createVocabulary(number);
const insertCustomer = database.prepare('INSERT INTO customer (id, remote_id, name) VALUES (?, ?, ?)');
const insertTicket = database.prepare(`
  INSERT INTO ticket (id, remote_id, number, title, description_html, customer_id, contact_name, contact_email,
    group_remote_id, group_name, project_remote_id, resolution, priority, assignee_remote_ids, tag_remote_ids,
    portal_fields, state, is_active, is_assigned_to_me, time_critical_category, escalation_kind, escalation_at,
    portal_worked_seconds, unlisted_seconds, registered_at, changed_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, 'Support', 1, 'open', '0', '[]', '[]', NULL, ?, 1, ?, ?, ?, ?, 0, 0, ?, ?)`);
const insertMessage = database.prepare(`
  INSERT INTO message (id, remote_id, ticket_id, author_name, is_internal_note, is_ours, body_html, written_at)
  VALUES (?, ?, ?, 'Anna', 0, ?, ?, ?)`);
const insertLine = database.prepare(`
  INSERT INTO timesheet_line (id, remote_id, ticket_id, origin, employee_name, date, intervals, worked_seconds,
    overtime_seconds, description, kind_of_work, verdict, held_seconds, portal_values)
  VALUES (?, ?, ?, 'colleague', 'Oskar', '2025-11-24', '[]', 1800, 0, 'Test', 'general-user-support', 'chargeable', 0,
    '{"workedSeconds":1800}')`);
database.transaction(() => {
  for (let index = 0; index < CUSTOMERS; index += 1) {
    insertCustomer.run(idOf('c', index), 1_000_000 + index, `${text(1)} ${text(1)} AB`);
  }
})();
for (let from = 0; from < count; from += 1_000) {
  database.transaction(() => {
    for (let index = from; index < Math.min(count, from + 1_000); index += 1) {
      const id = idOf('a', index);
      const registeredAt = LAST_AT - (count - index) * 30 * MINUTE_MS;
      const rule = number(1_000);
      const [escalation, escalatedAt] = rule < 2 ? ['accepted', registeredAt + MINUTE_MS] : ['none', null];
      insertTicket.run(
        id,
        1_000_000 + index,
        `S-${1_000_000 + index}`,
        text(6),
        `<p>${text(40)}</p>`,
        idOf('c', number(CUSTOMERS)),
        `${text(1)} ${text(1)}sson`,
        `anna.${number(900)}@exempel.invalid`,
        stateOf(number(1_000)),
        number(10) < 4 ? 1 : 0,
        rule < 50 ? 'invoicing' : null,
        escalation,
        escalatedAt,
        registeredAt,
        registeredAt,
      );
      for (const nth of [0, 1]) {
        const messageIndex = index * 2 + nth;
        insertMessage.run(
          idOf('b', messageIndex),
          1_000_000 + messageIndex,
          id,
          nth,
          `<p>${text(30)}</p>`,
          registeredAt + nth * MINUTE_MS,
        );
      }
      if (index % 3 === 0) insertLine.run(idOf('d', index), 1_000_000 + index, id);
    }
  })();
}
const startedAt = performance.now();
database.close();
const opened = openWorkbenchDatabase(file);
if (!opened.ok) throw new Error(`The file does not open: ${JSON.stringify(opened.failure)}`);
await bringWholeIndexInStep(opened.value, new AbortController().signal);
await opened.value.destroy();
console.log(JSON.stringify({ words: words.slice(0, 1_000), indexedMs: Math.round(performance.now() - startedAt) }));
