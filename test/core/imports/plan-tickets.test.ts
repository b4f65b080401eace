import { ticketIdSchema } from '@core/ids';
import { guessColumns } from '@core/imports/import-fields';
import { tellRecords } from '@core/imports/list-records';
import type { KnownTicket } from '@core/imports/match-ticket';
import { planTickets, readListRow, type TicketWrite } from '@core/imports/plan-tickets';
import type { PlannedRow } from '@core/imports/planned-row';
import { toTable } from '@core/tables/table';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectValue } from '../../support/portal-bench';

type Cells = readonly (readonly string[])[];

function plan(cells: Cells, known: readonly KnownTicket[] = []) {
  const { headers, rows } = expectValue(toTable(cells));
  const columns = guessColumns('tickets', headers);
  const read = tellRecords(rows, columns).map((row) => readListRow(row, columns, headers));
  return planTickets(read, known);
}

const lines = (...texts: readonly string[]): Cells => texts.map((text) => text.split(';'));

/** What is known once everything that was planned is written. */
function written(known: readonly KnownTicket[], planned: readonly PlannedRow<TicketWrite>[]): KnownTicket[] {
  const tickets = new Map(known.map((ticket) => [ticket.id, ticket]));
  for (const { outcome } of planned) {
    if (!('write' in outcome)) continue;
    const { id, listed } = outcome.write;
    const itsId = id ?? ticketIdSchema.parse(`01a00000-0000-7000-8000-${String(tickets.size).padStart(12, '0')}`);
    tickets.set(itsId, { id: itsId, listed });
  }
  return [...tickets.values()];
}

const afterImport = (cells: Cells, known: readonly KnownTicket[] = []) => written(known, plan(cells, known));

/** What is planned for each row, or what is wrong with it. */
function outcomes(planned: readonly PlannedRow<TicketWrite>[]) {
  return planned.map(({ outcome }) => {
    if (outcome.kind === 'passed-over') return outcome.reason;
    if (outcome.kind === 'changed')
      return outcome.changes.map(({ field, before, after }) => `${field}: ${before} → ${after}`);
    if (outcome.kind !== 'unreadable') return outcome.kind;
    return outcome.problems.map((problem) => ('field' in problem ? `${problem.field}: ${problem.kind}` : problem.kind));
  });
}

function listedOf(cells: Cells) {
  return plan(cells).flatMap(({ outcome }) => ('write' in outcome ? [outcome.write.listed] : []));
}

const LIST = lines(
  'External ID;Title;Customer;Stage;Assignees;Tags;Created on',
  '__export__.project_task_42_1f2e3d4c;Faktura saknas;Alfa AB, Anna Ek;In Progress;Maja Lindqvist;Webshop;2026-11-20 08:12:00',
  '__export__.project_task_43_2f2e3d4c;Lager stämmer inte;Beta AB;Waiting;Erik Berg,Maja Lindqvist;;2026-11-21 09:00:00',
);

describe('the columns of a list', () => {
  it.each([
    ['tasks', ['External ID', 'Title', 'Project', 'Customer', 'Assignees', 'Stage', 'State', 'Created on']],
    ['tasks, in Swedish', ['Externt ID', 'Titel', 'Projekt', 'Kund', 'Tilldelade', 'Steg', 'Status', 'Skapad den']],
    [
      'tasks, by technical names',
      ['.id', 'name', 'project_id', 'partner_id', 'user_ids', 'stage_id', 'state', 'create_date'],
    ],
  ])('of %s are found', (_what, headers) => {
    expect(guessColumns('tickets', headers)).toEqual({
      ticketId: 0,
      title: 1,
      group: 2,
      customer: 3,
      assignees: 4,
      stage: 5,
      resolution: 6,
      registered: 7,
    });
  });

  it.each([
    ['the OCA helpdesk', ['Ticket number', 'Title', 'Team', 'Partner', 'Assigned user', 'Stage', 'Priority']],
    [
      'Enterprise Helpdesk',
      ['Ticket IDs Sequence', 'Subject', 'Helpdesk Team', 'Customer', 'Assigned to', 'Stage', 'Priority'],
    ],
    [
      'Enterprise Helpdesk, in Swedish',
      ['Referens', 'Ämne', 'Supportteam', 'Kund', 'Tilldelad till', 'Etapp', 'Prioritet'],
    ],
  ])('of %s are found', (_what, headers) => {
    expect(guessColumns('tickets', headers)).toEqual({
      ticketNumber: 0,
      title: 1,
      group: 2,
      customer: 3,
      assignees: 4,
      stage: 5,
      priority: 6,
    });
  });
});

describe('a row of a list', () => {
  it('is a ticket with its customer, the person there, and what Odoo says of it', () => {
    expect(listedOf(LIST)[0]).toMatchObject({
      externalId: '__export__.project_task_42_1f2e3d4c',
      databaseId: 42,
      title: 'Faktura saknas',
      customer: 'Alfa AB',
      contact: 'Anna Ek',
      stage: 'In Progress',
      assignees: ['Maja Lindqvist'],
      tags: ['Webshop'],
      // Written in the time zone of whoever exported it: 08:12 in Stockholm, in November.
      registeredAt: Date.UTC(2026, 10, 20, 7, 12),
    });
  });

  it.each([
    ['High priority', '2'],
    ['★★', '2'],
    ['1', '1'],
    ['Brådskande', '3'],
    ['Låg', '0'],
    ['', '0'],
    ['viktigast', '0'],
  ])('with the priority %j has %s', (text, priority) => {
    expect(listedOf(lines('Title;Stage;Priority', `A;New;${text}`))).toMatchObject([{ priority }]);
  });

  it('keeps a description that is HTML, and turns text into paragraphs without reading tags into it', () => {
    const descriptions = listedOf(lines('Title;Description', 'A;<p>Hej</p>', 'B;1 < 2 & 3')).map(
      ({ descriptionHtml }) => descriptionHtml,
    );
    expect(descriptions).toEqual(['<p>Hej</p>', '<p>1 &lt; 2 &amp; 3</p>']);
  });

  it('cannot be read without what tells its ticket: its title, and the id or number where the list has such a column', () => {
    expect(outcomes(plan(lines('ID;Title;Stage', '42;;New', ';Utan;New', 'fyra två;A;New')))).toEqual([
      ['title: missing'],
      ['ticketId: missing'],
      ['ticketId: not-an-id'],
    ]);
    expect(outcomes(plan(lines('Number;Title;Stage', ';Utan;New')))).toEqual([['ticketNumber: missing']]);
  });
});

describe('a list that is no plain table', () => {
  it('has headings of groups, with sums beside them: they are passed over', () => {
    const grouped = lines(
      'Title;ID;Customer;Hours Spent',
      'In Progress (2);;;3.5',
      '    Maja Lindqvist (1);;;1,5',
      'Faktura (2);42;Alfa AB;1.5',
      '    Undefined (1);;;2.0',
      'Lager;43;Beta AB;2.0',
    );
    expect(outcomes(plan(grouped))).toEqual(['group-heading', 'group-heading', 'new', 'group-heading', 'new']);
  });

  it('has more of a record in rows below it: their tags and names are the record’s, the rows are passed over', () => {
    const nested = lines(
      'External ID;Title;Tags/Name;Assignees/Name;Timesheets/Description',
      'a.b;Kassan startar inte;Butik;Maja Lindqvist;Felsökning',
      ';;Kassa;Erik Berg;Omstart',
      ';;;;Test',
      'a.c;Nästa;;;',
    );
    expect(outcomes(plan(nested))).toEqual(['new', 'part-of-row-above', 'part-of-row-above', 'new']);
    expect(listedOf(nested)[0]).toMatchObject({ tags: ['Butik', 'Kassa'], assignees: ['Erik Berg', 'Maja Lindqvist'] });
  });

  it('has nothing above its first row', () => {
    expect(outcomes(plan(lines('ID;Title;Stage', ';;New')))).toEqual([['ticketId: missing', 'title: missing']]);
  });
});

describe('a list that is imported again', () => {
  it('changes what it says otherwise than before, and nothing else', () => {
    const known = afterImport(LIST);
    const newer = LIST.map((cells) => cells.map((cell) => (cell === 'Waiting' ? 'Done' : cell)));
    expect(outcomes(plan(newer, known))).toEqual(['same', ['stage: Waiting → Done']]);
    expect(
      outcomes(plan(lines('External ID;Title', '__export__.project_task_42_1f2e3d4c;Fakturan saknas'), known)),
    ).toEqual([['title: Faktura saknas → Fakturan saknas']]);
  });

  it.each([
    ['its record’s number', lines('ID;Title;Customer', '42;Nytt namn;Alfa AB, Anna Ek')],
    [
      'another external id with the same number',
      lines('External ID;Title', '__export__.project_task_42_1f2e3d4c;Nytt namn'),
    ],
    ['title and customer', lines('Title;Customer', 'Faktura saknas;Alfa AB, Anna Ek')],
    ['title alone', lines('Title;Stage', 'faktura saknas;In Progress')],
  ])('knows a ticket by %s', (_what, cells) => {
    expect(plan(cells, afterImport(LIST))).not.toMatchObject([{ outcome: { kind: 'new' } }]);
    expect(plan(cells, afterImport(LIST))).not.toMatchObject([{ outcome: { kind: 'unreadable' } }]);
  });

  it('knows a ticket of a list without ids when a list with ids comes, and tells of the id', () => {
    const known = afterImport(lines('Title;Customer', 'Faktura saknas;Alfa AB'));
    expect(outcomes(plan(lines('ID;Title;Customer', '42;Faktura saknas;Alfa AB'), known))).toEqual([
      ['ticketId:  → 42'],
    ]);
  });

  it('knows a ticket by the hour of another time zone, and tells another ticket of the same title by its moment', () => {
    const known = afterImport(lines('Title;Created on', 'Faktura;2026-11-20 08:12:07'));
    expect(outcomes(plan(lines('Title;Created on', 'Faktura;2026-11-20 07:12:07'), known))).toEqual(['same']);
    expect(outcomes(plan(lines('Title;Created on', 'Faktura;2026-11-20 07:13:00'), known))).toEqual(['new']);
  });

  it('does not take a record of another kind for the ticket that has its number', () => {
    const known = afterImport(lines('ID;Title;Customer', '42;Faktura;Alfa AB'));
    expect(outcomes(plan(lines('ID;Title;Customer', '42;Lager;Beta AB'), known))).toEqual([
      ['ticketId: another-ticket'],
    ]);
    expect(outcomes(plan(lines('ID;Title;Customer', '42;Fakturan;Alfa AB'), known))).toEqual([
      ['title: Faktura → Fakturan'],
    ]);
  });

  it('tells two tickets of the same title and customer by their ids', () => {
    const known = afterImport(lines('ID;Title;Customer', '42;Faktura;Alfa AB'));
    expect(outcomes(plan(lines('ID;Title;Customer', '43;Faktura;Alfa AB'), known))).toEqual(['new']);
    const exported = afterImport(LIST);
    expect(
      outcomes(plan(lines('External ID;Title;Customer', 'a.b;Faktura saknas;Alfa AB, Anna Ek'), exported)),
    ).toEqual(['new']);
  });

  it('leaves alone what could be several tickets, here or in the list', () => {
    const two = afterImport(lines('ID;Title;Customer', '42;Faktura;Alfa AB', '43;Faktura;Alfa AB'));
    expect(outcomes(plan(lines('Title;Customer', 'Faktura;Alfa AB'), two))).toEqual([['title: several-here']]);
    const one = afterImport(lines('Title;Customer', 'Faktura;Alfa AB'));
    const rows = ['42;Faktura;Alfa AB', '43;Faktura;Alfa AB'];
    for (const order of [rows, rows.toReversed()]) {
      expect(outcomes(plan(lines('ID;Title;Customer', ...order), one))).toEqual([
        ['title: several-rows'],
        ['title: several-rows'],
      ]);
    }
  });

  it('knows a ticket that was registered here by its title and customer', () => {
    const [ticket] = afterImport(lines('Title;Customer', 'Ringde om lagret;Alfa AB'));
    expect(
      plan(lines('ID;Title;Customer;Stage', '50;Ringde om lagret;Alfa AB;New'), ticket ? [ticket] : []),
    ).toMatchObject([{ outcome: { kind: 'changed', write: { id: ticket?.id } } }]);
  });

  it('tells the same of a ticket once, and refuses a row that tells something else', () => {
    const twice = lines('ID;Title;Stage', '42;A;New', '42;A;New', '42;A;Done');
    expect(outcomes(plan(twice))).toEqual(['new', 'same', ['said-otherwise']]);
  });
});

describe('whatever the tickets are', () => {
  const ticket = fc.record({
    stage: fc.constantFrom('New', 'Waiting', 'Done', ''),
    customer: fc.constantFrom('Alfa AB', 'Beta AB, Bo', ''),
    assignees: fc.constantFrom('Maja Lindqvist', 'Erik Berg,Maja Lindqvist', ''),
    title: fc.constantFrom('Faktura', 'Lager (2)', 'Kassa'),
  });
  const tickets = fc.array(ticket, { minLength: 1, maxLength: 12 });
  const columns = fc.constantFrom(
    ['External ID', 'Created on'] as const,
    ['ID', 'Created on'] as const,
    ['ID'] as const,
    ['Created on'] as const,
  );

  /** A list of tickets; each has its own moment, so that a list without ids can tell them apart. */
  function listOf(
    all: readonly { title: string; customer: string; stage: string; assignees: string }[],
    by: readonly string[],
  ) {
    const told: Record<string, (index: number) => string> = {
      'External ID': (index) => `__export__.project_task_${100 + index}_1f2e3d4c`,
      ID: (index) => String(100 + index),
      'Created on': (index) => `2026-11-${String(index + 10)} 08:${String(index + 10)}:00`,
    };
    const header = [...by, 'Title', 'Customer', 'Stage', 'Assignees'];
    const rows = all.map(({ title, customer, stage, assignees }, index) => [
      ...by.map((column) => told[column]?.(index) ?? ''),
      title,
      customer,
      stage,
      assignees,
    ]);
    return { header, rows };
  }

  it('the second import of a list, in any order of its rows, does nothing', () => {
    fc.assert(
      fc.property(tickets, columns, fc.infiniteStream(fc.nat()), (all, by, chance) => {
        const { header, rows } = listOf(all, by);
        const known = afterImport([header, ...rows]);
        expect(known).toHaveLength(all.length);
        const shuffled = rows.map((row) => ({ row, at: chance.next().value })).toSorted((a, b) => a.at - b.at);
        const again = plan([header, ...shuffled.map(({ row }) => row)], known);
        expect(new Set(outcomes(again))).toEqual(new Set(['same']));
      }),
    );
  });

  it('the order of the rows decides neither what is imported nor what cannot be', () => {
    fc.assert(
      fc.property(tickets, columns, columns, (all, before, by) => {
        const old = listOf(all.slice(0, Math.ceil(all.length / 2)), before);
        const known = afterImport([old.header, ...old.rows]);
        const { header, rows } = listOf(all, by);
        const forwards = outcomes(plan([header, ...rows], known));
        const backwards = outcomes(plan([header, ...rows.toReversed()], known));
        expect(backwards.toReversed()).toEqual(forwards);
      }),
    );
  });

  it('no ticket comes a second time in a list that tells it by something else', () => {
    fc.assert(
      fc.property(tickets, columns, columns, (all, before, by) => {
        const unique = [...new Map(all.map((one) => [`${one.title} ${one.customer}`, one])).values()];
        const old = listOf(unique, before);
        const newer = listOf(unique, by);
        const known = afterImport([old.header, ...old.rows]);
        expect(afterImport([newer.header, ...newer.rows], known)).toHaveLength(unique.length);
      }),
    );
  });
});
