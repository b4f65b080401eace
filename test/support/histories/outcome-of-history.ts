import { expect } from 'vitest';
import { z } from 'zod';
import { SHORTEST_LINE_SENT_SECONDS } from '../../../src/main/db/line-outbox';
import { listOpenEntries, unpark } from '../../../src/main/db/queries/outbox';
import { listTicketRemoteIds } from '../../../src/main/db/queries/tickets';
import { portalFieldsOf, ticketFieldsOf } from '../../../src/main/db/ticket-outbox';
import { fieldsOnPortal } from '../../../src/main/sync/store-ticket';
import { HOUR, MINUTE } from '../hand-clock';
import { callPortal, expectValue, portalOf } from '../portal-bench';
import { readEverything } from '../workbench-file';
import { type Intent, listOwnLines, type OwnLine } from './intent';
import { CONSULTANT_NAMES, type Computer, type ConsultantName, type World } from './world';

type Computers = Readonly<Record<ConsultantName, Computer>>;

const MOST_ROUNDS = 8;

/**
 * All faults are over, a day goes by and both sync, again and again; a person has a parked message sent anew. Ends when
 * nothing waits but what is a person's to decide, and fails when that takes too long.
 */
export async function healAll(world: World, computers: Computers): Promise<void> {
  for (const { line } of Object.values(computers)) await line.heal();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    await world.pass(computers, round % 2 === 0 ? 25 * HOUR : 10 * MINUTE);
    let open = 0;
    for (const computer of Object.values(computers)) {
      const { workbench } = computer.session();
      for (const { id, state, operation } of await listOpenEntries(workbench.database)) {
        if (state !== 'parked' || operation.kind !== 'post-message') continue;
        await unpark(workbench.database, id, computer.clock.read().wall);
      }
      await computer.sync();
      expect(computer.session().sync.connection()).toEqual({ kind: 'online' });
      open += (await listStuck(computer)).length;
    }
    if (open === 0 && round >= 3) return;
  }
  for (const name of CONSULTANT_NAMES) {
    expect(await listStuck(computers[name]), `operations of ${name} that are stuck`).toEqual([]);
  }
}

/** What is open. */
async function listStuck(computer: Computer): Promise<string[]> {
  const entries = await listOpenEntries(computer.session().workbench.database);
  return entries.map(({ operation, state, problem }) => `${operation.kind} ${state} ${problem ?? ''}`);
}

const portalLinesSchema = z.array(
  z.object({
    id: z.int(),
    name: z.string(),
    unit_amount: z.number(),
    employee_id: z.tuple([z.int(), z.string()]),
    task_id: z.tuple([z.int(), z.string()]),
  }),
);
const portalMessagesSchema = z.array(
  z.object({ id: z.int(), res_id: z.int(), body: z.string(), message_id: z.union([z.string(), z.literal(false)]) }),
);
const portalTicketsSchema = z.array(z.object({ id: z.int(), name: z.string() }));
const attachmentsSchema = z.array(z.object({ id: z.int(), datas: z.string() }));

/** Everything the portal holds on the tickets of a history. */
async function readPortal({ bench }: World) {
  const read = <Schema extends z.ZodType>(model: string, domain: unknown, fields: string[], answer: Schema) =>
    callPortal(bench, bench.apiKey, model, 'search_read', { domain, fields, order: 'id asc' }, answer);
  const tickets = await read('project.task', [], ['name', 'user_ids'], portalTicketsSchema);
  const ticketRemoteIds = tickets.map(({ id }) => id);
  const ofTickets = [
    ['model', '=', 'project.task'],
    ['res_id', 'in', ticketRemoteIds],
    ['message_type', 'in', ['comment', 'email']],
  ];
  return {
    tickets,
    lines: await read(
      'account.analytic.line',
      [['task_id', 'in', ticketRemoteIds]],
      ['name', 'unit_amount', 'employee_id', 'task_id'],
      portalLinesSchema,
    ),
    messages: await read('mail.message', ofTickets, ['res_id', 'body', 'message_id'], portalMessagesSchema),
    attachments: await read('ir.attachment', [['res_id', 'in', ticketRemoteIds]], ['datas'], attachmentsSchema),
  };
}

/** What must hold once a history has healed. */
export async function expectNothingLostAndNothingTwice(
  world: World,
  computers: Computers,
  intent: Intent,
): Promise<void> {
  const portal = await readPortal(world);

  for (const name of CONSULTANT_NAMES) {
    const computer = computers[name];
    expect(computer.errors, `faults in the app of ${name}`).toEqual([]);
    const here = await listOwnLines(computer);

    // Nothing lost, nothing invented: each line is as its person left it, or as the office made it since.
    const intended = intent.lines[name].map((line) => {
      const now = here.find(({ id }) => id === line.id);
      const lock = now?.remoteId === null || now === undefined ? undefined : intent.officeLocked.get(now.remoteId);
      if (now && lock) {
        const workedSeconds = lock.workedSeconds + now.heldSeconds;
        return short({ ...line, workedSeconds, description: lock.description, isDeleted: false });
      }
      const office = now?.remoteId === null || now === undefined ? [] : (intent.officeTexts.get(now.remoteId) ?? []);
      const isOffices = now !== undefined && office.includes(now.description);
      return short({ ...line, description: isOffices ? now.description : line.description });
    });
    expect(here.map(short), `lines of ${name}`).toEqual(intended);

    await expectOverruledKept(computer, intent);

    // Nothing twice, both sides equal: what is not held back stands on the portal once.
    const sent = here
      .filter(
        ({ isDeleted, remoteId, workedSeconds, heldSeconds }) =>
          !isDeleted &&
          !(remoteId !== null && intent.officeDeleted.has(remoteId)) &&
          (remoteId !== null || workedSeconds - heldSeconds >= SHORTEST_LINE_SENT_SECONDS),
      )
      .map(({ remoteId, description, workedSeconds, heldSeconds }) =>
        onPortal(remoteId, description, workedSeconds - heldSeconds),
      );
    const there = portal.lines
      .filter(({ employee_id: [, employee] }) => employee === computer.session().workbench.userName)
      .map(({ id, name: description, unit_amount: hours }) => onPortal(id, description, Math.round(hours * 3600)));
    expect(there.toSorted(), `lines of ${name} on the portal`).toEqual(sent.toSorted());

    // The colleague's are here too, each once.
    const colleagues = await computer
      .session()
      .workbench.database.selectFrom('timesheetLine')
      .select(['remoteId', 'description', 'workedSeconds'])
      .where('origin', '=', 'colleague')
      .where('deletedAt', 'is', null)
      .execute();
    const others = portal.lines
      .filter(({ employee_id: [, employee] }) => employee !== computer.session().workbench.userName)
      .filter(({ task_id: [ticketId] }) => world.ticketRemoteIds.includes(ticketId))
      .map(({ id, name: description, unit_amount: hours }) => onPortal(id, description, Math.round(hours * 3600)));
    expect(
      colleagues
        .map(({ remoteId, description, workedSeconds }) => onPortal(remoteId, description, workedSeconds))
        .sort(),
      `the colleague's lines at ${name}`,
    ).toEqual(others.toSorted());

    await expectTickets(world, computer, intent, portal.tickets);

    const ticketsHere = new Set(await listTicketRemoteIds(computer.session().workbench.database));
    const messagesHere = await computer
      .session()
      .workbench.database.selectFrom('message')
      .select(['remoteId', 'bodyHtml'])
      .orderBy('remoteId')
      .execute();
    expect(
      messagesHere.map(({ remoteId }) => remoteId),
      `messages at ${name}`,
    ).toEqual(portal.messages.filter(({ res_id: ticketId }) => ticketsHere.has(ticketId)).map(({ id }) => id));
  }

  const written = portal.messages
    .map(({ body }) => /Meddelande \d+/.exec(body)?.[0])
    .filter((text) => text !== undefined);
  expect(written.toSorted(), 'messages on the portal').toEqual(intent.messages.toSorted());
  const uids = portal.messages.flatMap(({ message_id: uid }) => (uid === false ? [] : [uid]));
  expect(new Set(uids).size, 'messages that were sent once').toBe(uids.length);
  expect(new Set(portal.attachments.map(({ datas }) => datas)).size, 'pictures on the portal').toBe(intent.pictures);
  expect(portal.attachments, 'pictures that were sent once').toHaveLength(intent.pictures);
}

/** What a person had said of a line that was validated otherwise is kept beside it. */
async function expectOverruledKept(computer: Computer, { lines, officeLocked, officeTexts }: Intent): Promise<void> {
  const { database } = computer.session().workbench;
  const conflicts = await database.selectFrom('lineConflict').selectAll().where('kind', '=', 'locked').execute();
  const here = await listOwnLines(computer);
  for (const said of lines[computer.name]) {
    const remoteId = here.find(({ id }) => id === said.id)?.remoteId ?? null;
    const lock = remoteId === null ? undefined : officeLocked.get(remoteId);
    if (lock === undefined) continue;
    // Words that the office had corrected before it validated the line were nobody's to overrule.
    const isCorrected = (officeTexts.get(remoteId ?? 0) ?? []).includes(lock.description);
    const isAsSaid =
      !said.isDeleted && lock.workedSeconds === sentOf(said) && (isCorrected || lock.description === said.description);
    const isKept = conflicts.some(
      ({ lineId, mine }) =>
        lineId === said.id &&
        (mine === null ? said.isDeleted : mine.includes(said.description) && mine.includes(`${sentOf(said)}`)),
    );
    expect(isAsSaid || isKept, `what ${computer.name} had said of ${short(said)}`).toBe(true);
  }
}

function sentOf({ workedSeconds, heldSeconds }: OwnLine): number {
  return workedSeconds - heldSeconds;
}

/** Tickets are the same on both sides, each once, and no title that somebody gave is gone without a trace. */
async function expectTickets(
  { bench, ticketRemoteIds }: World,
  { name, ticketIds, session }: Computer,
  { registered, titles }: Intent,
  onPortal: z.infer<typeof portalTicketsSchema>,
): Promise<void> {
  const { database } = session().workbench;
  for (const { title } of registered[name]) {
    expect(
      onPortal.filter((ticket) => ticket.name === title),
      `${title} of ${name} on the portal`,
    ).toHaveLength(1);
  }
  const here = await database.selectFrom('ticket').selectAll().orderBy('id').execute();
  const mine = [...ticketIds, ...registered[name].map(({ id }) => id)];
  expect(here.map(({ id }) => id).toSorted(), `tickets of ${name}`).toEqual(mine.toSorted());
  const key = name === 'maja' ? bench.apiKey : bench.colleagueApiKey;
  const there = expectValue(
    await portalOf(bench, key).readTicketsById(here.map(({ remoteId }) => z.int().parse(remoteId))),
  );
  for (const ticket of here) {
    const other = there.find(({ remoteId }) => remoteId === ticket.remoteId);
    expect(ticketFieldsOf(ticket), `${ticket.title} of ${name}`).toEqual(other && fieldsOnPortal(other));
    expect(portalFieldsOf(ticket), `${ticket.title} of ${name}, as it was last known`).toEqual(ticketFieldsOf(ticket));
  }
  const conflicts = await database.selectFrom('ticketConflict').selectAll().execute();
  const done = await database
    .selectFrom('outbox')
    .select('operation')
    .where('kind', '=', 'update-ticket')
    .where('state', '=', 'done')
    .execute();
  for (const [index, title] of titles[name]) {
    const now = onPortal.find(({ id }) => id === ticketRemoteIds[index])?.name;
    const isKept = conflicts.some(({ mine: kept }) => kept.includes(`"${title}"`));
    const hasArrived = done.some(({ operation }) => operation.includes(`"${title}"`));
    expect([now === title, isKept, hasArrived], `where ${title} of ${name} has gone`).toContain(true);
  }
}

function short({ id, workedSeconds, description, isDeleted }: Awaited<ReturnType<typeof listOwnLines>>[number]) {
  return `${id} ${workedSeconds / 60} min ${isDeleted ? 'deleted' : description}`;
}

function onPortal(remoteId: number | null, description: string, seconds: number): string {
  return `${remoteId} ${seconds / 60} min ${description}`;
}

/** When nothing waits, one more sync changes nothing on either side. Source: SYNC, "What must always hold", 4. */
export async function expectRest(world: World, computers: Computers): Promise<void> {
  const read = () => ({
    maja: readEverything(`${computers.maja.folder()}/workbench.sqlite`),
    oskar: readEverything(`${computers.oskar.folder()}/workbench.sqlite`),
    portal: readEverything(world.portalFile),
  });
  const before = read();
  for (const computer of Object.values(computers)) await computer.sync();
  expect(read()).toEqual(before);
}
