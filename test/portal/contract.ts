import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { approvalIdSchema, timesheetLineIdSchema } from '@core/ids';
import { formatPortalNote, parsePortalNote } from '@core/sync/portal-note';
import type { PortalNote } from '@core/sync/portal-note-kinds';
import { addMs, instantFromEpochMs } from '@core/time/instant';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { listDatabases } from '../../src/main/portal/odoo/list-databases';
import type {
  AttachmentReading,
  NewTicket,
  Page,
  PageKey,
  PageRequest,
  Portal,
  PortalResult,
  PortalStage,
  PortalTicket,
} from '../../src/main/portal/portal';
import {
  callPortal,
  createTickets,
  expectFailure,
  expectValue,
  type PortalBench,
  portalOf,
} from '../support/portal-bench';

const READ_ALL: PageRequest = { changedSince: null, after: null, pageSize: 200 };
const NO_SUCH_ID = 99_999_999;
const done = z.literal(true);
const WITHIN_SECONDS = { timeout: 10_000, interval: 100 };

/**
 * What the app relies on, whichever portal answers. Each test makes the tickets it needs, so the suite can run against
 * a portal that is in use.
 */
export function describePortalContract(name: string, makeBench: () => Promise<PortalBench>): void {
  describe(`a portal: ${name}`, () => {
    let bench: PortalBench;
    let portal: Portal;
    let colleague: Portal;

    beforeAll(async () => {
      bench = await makeBench();
      portal = portalOf(bench);
      colleague = portalOf(bench, bench.colleagueApiKey);
    });
    afterAll(async () => {
      await bench?.stop();
    });

    const write = (model: string, id: number, vals: Readonly<Record<string, unknown>>, apiKey = bench.apiKey) =>
      callPortal(bench, apiKey, model, 'write', { ids: [id], vals }, done);
    const newTicket = async (title = 'Contract'): Promise<PortalTicket> => {
      const [id] = await createTickets(bench, [title]);
      return findTicket(await readAll((request) => portal.readTickets(request)), id);
    };
    const newLine = async (ticket: PortalTicket, workedSeconds = 1320) => {
      const { employeeId } = expectValue(await portal.identify());
      return {
        externalId: `__import__.wb_${randomUUID()}`,
        ticketRemoteId: ticket.remoteId,
        projectRemoteId: z.int().parse(ticket.projectRemoteId),
        employeeId: z.int().parse(employeeId),
        date: '2026-11-23',
        description: 'Felsökning av «order» & faktura',
        workedSeconds,
      };
    };

    describe('who the key belongs to', () => {
      it('tells the version, the user and the employee', async () => {
        const identity = expectValue(await portal.identify());
        expect(identity.serverVersion).toMatch(/^\d+\.\d/);
        expect(identity.userName).not.toBe('');
        expect(identity.userId).toBeGreaterThan(0);
        expect(identity.employeeId).toBeGreaterThan(0);
        expect(identity.internalProjectRemoteId).toBeGreaterThan(0);
      });

      it('says what the user may do: everything the app does', async () => {
        expect(expectValue(await portal.readMissingRights())).toEqual([]);
      });

      it('tells of their own keys and of nobody else’s, and not which one is in use', async () => {
        const [mine, theirs] = [expectValue(await portal.readKeys()), expectValue(await colleague.readKeys())];
        if (mine === null || theirs === null) throw new Error('This portal tells of keys.');
        const now = Date.now();
        for (const keys of [mine, theirs]) {
          expect(keys.some(({ expiresAt }) => expiresAt === null || expiresAt > now)).toBe(true);
          for (const { name } of keys) expect(name).not.toBe('');
        }
        const others = new Set(theirs.map(({ remoteId }) => remoteId));
        expect(mine.filter(({ remoteId }) => others.has(remoteId))).toEqual([]);
        expect(JSON.stringify(mine)).not.toContain(bench.apiKey);
      });

      it('has project tasks that take time among its kinds of tickets', async () => {
        const profiles = expectValue(await portal.readProfiles());
        expect(profiles).toContainEqual({ kind: 'project-tasks', takesTime: true });
      });

      it('tells two keys apart', async () => {
        const [mine, theirs] = [expectValue(await portal.identify()), expectValue(await colleague.identify())];
        expect(mine.userId).not.toBe(theirs.userId);
        expect(mine.employeeId).not.toBe(theirs.employeeId);
      });

      it('refuses a wrong key', async () => {
        const failure = expectFailure(await portalOf(bench, 'no-such-key').identify());
        expect(failure.kind).toBe('key-refused');
        expect(failure.message).not.toContain('no-such-key');
      });

      it('tells its databases, or that it does not', async () => {
        const databases = expectValue(await listDatabases({ address: bench.address }));
        if (databases !== null && bench.database !== null) expect(databases).toContain(bench.database);
        expect(databases).not.toEqual([]);
      });

      it('finds no portal behind a database that does not exist', async () => {
        const elsewhere = portalOf({ ...bench, database: 'no-such-database' });
        expect(expectFailure(await elsewhere.readTickets(READ_ALL)).kind).toBe('not-a-portal');
      });
    });

    describe('reading tickets', () => {
      it('reads each ticket once and in order, whatever the page size', async () => {
        // One request gives all of these the same moment of change; the next three follow within the same second or so,
        // changed against the order of their ids.
        const ids = await createTickets(bench, ['a', 'b', 'c', 'd', 'e', 'f', 'g']);
        for (const id of ids.slice(0, 3).toReversed()) await write('project.task', id, { name: `changed ${id}` });

        const whole = (await readAll((request) => portal.readTickets(request))).map((ticket) => ticket.remoteId);
        expect(whole).toEqual(expect.arrayContaining(ids));
        expect(new Set(whole).size).toBe(whole.length);
        for (const pageSize of [1, 2, 3, 5]) {
          const rows = await readAll((request) => portal.readTickets(request), pageSize);
          expect(rows.map((ticket) => ticket.remoteId)).toEqual(whole);
          expect(rows).toEqual(rows.toSorted((a, b) => a.changedAt - b.changedAt || a.remoteId - b.remoteId));
        }
      });

      it('returns no page longer than asked for', async () => {
        await createTickets(bench, ['a', 'b', 'c']);
        expect(expectValue(await portal.readTickets({ ...READ_ALL, pageSize: 2 })).rows).toHaveLength(2);
      });

      it('returns what was changed since, and not what was not', async () => {
        const [first, second] = [await newTicket('first'), await newTicket('second')];
        const since = instantFromEpochMs(second.changedAt + 1000);
        // Portals tell time in whole seconds: changed again and again until a new one has begun.
        await vi.waitFor(async () => {
          await write('project.task', first.remoteId, { name: 'Changed by a colleague' }, bench.colleagueApiKey);
          const now = await readAll((request) => portal.readTickets(request));
          expect(findTicket(now, first.remoteId).changedAt).toBeGreaterThanOrEqual(since);
        }, WITHIN_SECONDS);
        const rows = await readAll((request) => portal.readTickets({ ...request, changedSince: since }));
        expect(findTicket(rows, first.remoteId).title).toBe('Changed by a colleague');
        expect(rows.some((ticket) => ticket.remoteId === second.remoteId)).toBe(false);
      });

      it('returns archived tickets as such', async () => {
        const ticket = await newTicket();
        expect(ticket.isActive).toBe(true);
        await write('project.task', ticket.remoteId, { active: false });
        const rows = await readAll((request) => portal.readTickets(request));
        expect(findTicket(rows, ticket.remoteId).isActive).toBe(false);
      });

      it('returns only tickets of the user', async () => {
        const ticket = await newTicket();
        expect(ticket.isAssignedToMe).toBe(true);
        const theirs = await readAll((request) => colleague.readTickets(request));
        expect(theirs.some(({ remoteId }) => remoteId === ticket.remoteId)).toBe(false);
      });

      it('lists the ids of what it reads, archived ones included, behind an id', async () => {
        const [first, second] = [await newTicket('first'), await newTicket('second')];
        await write('project.task', second.remoteId, { active: false });
        const all = (await readAll((request) => portal.readTickets(request))).map(({ remoteId }) => remoteId);
        const listed = expectValue(await portal.listTicketIds(0));
        expect(listed).toEqual({ ids: all.toSorted((a, b) => a - b), isLast: true });
        expect(expectValue(await portal.listTicketIds(first.remoteId)).ids).toEqual([second.remoteId]);
      });

      it('reads tickets by their ids, whoever has them, and leaves out what is not there', async () => {
        const ticket = await newTicket('given away');
        await write('project.task', ticket.remoteId, { user_ids: [[6, 0, []]] });
        const [found, ...others] = expectValue(await portal.readTicketsById([ticket.remoteId, 999_999_999]));
        expect(found).toMatchObject({ remoteId: ticket.remoteId, title: 'given away', isAssignedToMe: false });
        expect(others).toEqual([]);
      });

      it('names the firm of the contact with its agreements, the stage and the tags', async () => {
        const rows = await readAll((request) => portal.readTickets(request));
        const customers = rows.flatMap(({ customer }) => customer ?? []);
        expect(customers.some(({ tags }) => tags.some(({ name }) => name === 'Maintenance and support'))).toBe(true);
        expect(customers.every((customer) => customer.name !== '' && !customer.name.includes(', '))).toBe(true);
        expect(rows.some(({ tags }) => tags.some(({ name }) => name === 'System down'))).toBe(true);
        expect(rows.find(({ stage }) => stage?.name === 'Löst')?.stage?.isFolded).toBe(true);
        expect(rows.find(({ stage }) => stage?.name === 'Pågår')?.stage?.isFolded).toBe(false);
      });
    });

    describe('prepaid hours', () => {
      const customersOf = async () => {
        const tickets = await readAll((request) => portal.readTickets(request));
        return [...new Map(tickets.flatMap(({ customer }) => (customer ? [[customer.name, customer]] : []))).values()];
      };

      it('can be read where services are sold in advance', async () => {
        expect(expectValue(await portal.askForPrepaidHours())).toBe('readable');
      });

      it('are those of the firm whose contact ordered them, in hours whatever they were sold in, with what is left', async () => {
        const customers = await customersOf();
        const prepaid = expectValue(await portal.readPrepaidHours(customers.map(({ remoteId }) => remoteId)));
        const coffee = customers.find(({ name }) => name.startsWith('Bergslagens'))?.remoteId;
        const inHours = prepaid.findLast(({ customerRemoteId }) => customerRemoteId === coffee);
        expect(inHours).toMatchObject({ prepaidMinutes: 25 * 60, orderName: expect.stringMatching(/^S\d+$/) });
        expect(inHours?.remainingMinutes).toBeGreaterThan(19 * 60);
        expect(inHours?.remainingMinutes).toBeLessThan(25 * 60);
        expect(inHours?.orderedAt).toBeLessThan(Date.now());
        const inDays = prepaid.find(({ customerRemoteId }) => customerRemoteId !== coffee);
        expect(inDays).toMatchObject({ prepaidMinutes: 3 * 8 * 60 });
        const ids = prepaid.map(({ remoteId }) => remoteId);
        expect(ids).toEqual(ids.toSorted((a, b) => a - b));
      });

      it('are nobody else’s', async () => {
        const [first] = (await customersOf()).filter(({ name }) => name.startsWith('Bergslagens'));
        const own = expectValue(await portal.readPrepaidHours([first?.remoteId ?? expect.fail()]));
        expect(new Set(own.map(({ customerRemoteId }) => customerRemoteId))).toEqual(new Set([first?.remoteId]));
        expect(expectValue(await portal.readPrepaidHours([NO_SUCH_ID]))).toEqual([]);
        expect(expectValue(await portal.readPrepaidHours([]))).toEqual([]);
      });
    });

    describe('changing and creating tickets', () => {
      const readOne = async (remoteId: number): Promise<PortalTicket> =>
        findTicket(expectValue(await portal.readTicketsById([remoteId])), remoteId);
      const stageNamed = async (pick: (stage: PortalStage) => boolean) => {
        const { stages } = expectValue(await portal.readLists());
        const found = stages.find(pick);
        if (found === undefined) throw new Error('The portal has no such stage.');
        return found;
      };

      it('lists what can be chosen', async () => {
        const lists = expectValue(await portal.readLists());
        const { userId } = expectValue(await portal.identify());
        const ticket = await newTicket();
        expect(lists.stages.length).toBeGreaterThan(1);
        expect(lists.stages.map(({ remoteId }) => remoteId)).toContain(ticket.stage?.remoteId);
        expect(lists.stages.some(({ isFolded }) => isFolded)).toBe(true);
        expect(lists.tags.map(({ name }) => name)).toContain('System down');
        expect(lists.groups.map(({ remoteId }) => remoteId)).toContain(ticket.groupRemoteId);
        expect(lists.projects.map(({ remoteId }) => remoteId)).toContain(ticket.projectRemoteId);
        expect(lists.customerTags.map(({ name }) => name)).toContain('Patch agreement');
        const colleagueId = expectValue(await colleague.identify()).userId;
        expect(lists.colleagues.map(({ remoteId }) => remoteId)).toEqual(expect.arrayContaining([userId, colleagueId]));
      });

      it('writes what is different, and leaves the rest', async () => {
        const ticket = await newTicket('Before');
        const waiting = await stageNamed(({ remoteId }) => remoteId !== ticket.stage?.remoteId);
        const { tags } = expectValue(await portal.readLists());
        const [tag] = tags;
        if (tag === undefined) throw new Error('The portal has tags.');
        expectValue(await portal.updateTicket(ticket.remoteId, { stageRemoteId: waiting.remoteId }));
        const moved = await readOne(ticket.remoteId);
        expect(moved).toMatchObject({ title: 'Before', stage: { remoteId: waiting.remoteId } });
        // Since when it is there, by the server's own clock.
        expect(ticket.stageChangedAt).not.toBeNull();
        expect(moved.stageChangedAt).toBeGreaterThanOrEqual(ticket.stageChangedAt ?? Number.NaN);
        expectValue(
          await portal.updateTicket(ticket.remoteId, {
            title: 'After «this» & that',
            descriptionHtml: '<p>Beskrivning</p>',
            priority: '1',
            tagRemoteIds: [tag.remoteId],
          }),
        );
        const after = await readOne(ticket.remoteId);
        expect(after).toMatchObject({
          title: 'After «this» & that',
          priority: '1',
          tags: [tag],
          stage: { remoteId: waiting.remoteId },
          assigneeRemoteIds: ticket.assigneeRemoteIds,
        });
        expect(after.descriptionHtml).toContain('<p>Beskrivning</p>');
      });

      it('tells whether a ticket has ended, and takes it back', async () => {
        const { remoteId } = await newTicket();
        expect((await readOne(remoteId)).resolution).toBe('open');
        expectValue(await portal.updateTicket(remoteId, { resolution: 'done' }));
        expect((await readOne(remoteId)).resolution).toBe('done');
        expectValue(await portal.updateTicket(remoteId, { resolution: 'open' }));
        expect((await readOne(remoteId)).resolution).toBe('open');
      });

      it('takes a ticket back also in the request that moves it to another stage', async () => {
        const ticket = await newTicket();
        const other = await stageNamed(({ remoteId }) => remoteId !== ticket.stage?.remoteId);
        expectValue(await portal.updateTicket(ticket.remoteId, { resolution: 'done' }));
        const changes = { stageRemoteId: other.remoteId, resolution: 'open' } as const;
        expectValue(await portal.updateTicket(ticket.remoteId, changes));
        expect(await readOne(ticket.remoteId)).toMatchObject({
          resolution: 'open',
          stage: { remoteId: other.remoteId },
        });
      });

      it('hands a ticket to a colleague', async () => {
        const ticket = await newTicket();
        const { userId } = expectValue(await colleague.identify());
        expectValue(await portal.updateTicket(ticket.remoteId, { assigneeRemoteIds: [userId] }));
        const theirs = await readAll((request) => colleague.readTickets(request));
        expect(findTicket(theirs, ticket.remoteId)).toMatchObject({
          isAssignedToMe: true,
          assigneeRemoteIds: [userId],
        });
        expect(await readOne(ticket.remoteId)).toMatchObject({ isAssignedToMe: false });
      });

      it('refuses to change a ticket that is gone', async () => {
        expect(expectFailure(await portal.updateTicket(NO_SUCH_ID, { title: 'x' })).kind).toBe('refused');
      });

      it('creates one ticket however often it is sent, with what was given', async () => {
        const { groupRemoteId, customer } = await newTicket();
        const withCustomer = (await readAll((request) => portal.readTickets(request))).find(
          (ticket) => ticket.customer !== null,
        );
        const { userId } = expectValue(await portal.identify());
        const lists = expectValue(await portal.readLists());
        const tagRemoteIds = lists.tags
          .slice(0, 2)
          .map(({ remoteId }) => remoteId)
          .toSorted((a, b) => a - b);
        const stage = await stageNamed(({ isFolded }) => !isFolded);
        const ticket: NewTicket = {
          externalId: `__import__.wb_${randomUUID()}`,
          title: 'Registrerat per telefon',
          descriptionHtml: '<p>Kunden ringde.</p>',
          groupRemoteId,
          customerRemoteId: withCustomer?.customer?.remoteId ?? null,
          stageRemoteId: stage.remoteId,
          priority: '0',
          tagRemoteIds,
          assigneeRemoteIds: [userId],
        };
        const remoteId = expectValue(await portal.createTicket(ticket));
        expect(expectValue(await portal.createTicket(ticket))).toBe(remoteId);
        expect(expectValue(await portal.probeExternalId(ticket.externalId))).toEqual({ kind: 'present', remoteId });
        const created = await readOne(remoteId);
        expect(created).toMatchObject({
          title: ticket.title,
          groupRemoteId,
          stage: { remoteId: stage.remoteId },
          resolution: 'open',
          priority: '0',
          isAssignedToMe: true,
          customer: { remoteId: ticket.customerRemoteId },
        });
        expect(created.tags.map((tag) => tag.remoteId)).toEqual(tagRemoteIds);
        expect(created.descriptionHtml).toContain('Kunden ringde.');
        expect(customer).toBeNull();
      });

      it('creates a ticket with nothing but a title in a project', async () => {
        const { groupRemoteId } = await newTicket();
        const remoteId = expectValue(
          await portal.createTicket({
            externalId: `__import__.wb_${randomUUID()}`,
            title: 'Bara en rubrik',
            descriptionHtml: '',
            groupRemoteId,
            customerRemoteId: null,
            stageRemoteId: null,
            priority: '0',
            tagRemoteIds: [],
            assigneeRemoteIds: [],
          }),
        );
        expect(await readOne(remoteId)).toMatchObject({ title: 'Bara en rubrik', isAssignedToMe: false, tags: [] });
      });

      it('refuses a ticket in a project that does not exist, with words', async () => {
        const failure = expectFailure(
          await portal.createTicket({
            externalId: `__import__.wb_${randomUUID()}`,
            title: 'Ingenstans',
            descriptionHtml: '',
            groupRemoteId: NO_SUCH_ID,
            customerRemoteId: null,
            stageRemoteId: null,
            priority: '0',
            tagRemoteIds: [],
            assigneeRemoteIds: [],
          }),
        );
        expect(failure.kind).toBe('refused');
        expect(failure.message).not.toBe('');
      });
    });

    describe('timesheet lines', () => {
      it('creates a line as it was given', async () => {
        const ticket = await newTicket();
        const line = await newLine(ticket, 4800);
        const remoteId = expectValue(await portal.createTimesheetLine(line));
        const rows = await readAll((request) => portal.readTimesheetLines([ticket.remoteId], request));
        expect(rows).toHaveLength(1);
        expect(rows[0]).toMatchObject({
          remoteId,
          ticketRemoteId: ticket.remoteId,
          employeeId: line.employeeId,
          date: line.date,
          description: line.description,
          workedSeconds: 4800,
        });
      });

      it('creates one line however often it is sent', async () => {
        const ticket = await newTicket();
        const line = await newLine(ticket);
        const first = expectValue(await portal.createTimesheetLine(line));
        expect(expectValue(await portal.createTimesheetLine(line))).toBe(first);
        expect(await readAll((request) => portal.readTimesheetLines([ticket.remoteId], request))).toHaveLength(1);
      });

      it('lists the ids of the lines on tickets, and not of deleted ones', async () => {
        const ticket = await newTicket();
        const ids = [];
        for (let lines = 0; lines < 3; lines += 1) {
          ids.push(expectValue(await portal.createTimesheetLine(await newLine(ticket))));
        }
        const [first = 0, second = 0, third = 0] = ids;
        expectValue(await portal.deleteTimesheetLine(second));
        const listBehind = async (id: number) =>
          expectValue(await portal.listTimesheetLineIds([ticket.remoteId], id)).ids;
        expect(await listBehind(0)).toEqual([first, third]);
        expect(await listBehind(first)).toEqual([third]);
        expect(expectValue(await portal.listTimesheetLineIds([], 0)).ids).toEqual([]);
      });

      it('tells by its external id whether a line is there', async () => {
        const line = await newLine(await newTicket());
        expect(expectValue(await portal.probeExternalId(line.externalId))).toEqual({ kind: 'absent' });
        const remoteId = expectValue(await portal.createTimesheetLine(line));
        expect(expectValue(await portal.probeExternalId(line.externalId))).toEqual({ kind: 'present', remoteId });
      });

      it('creates one line when eight requests race', async () => {
        const ticket = await newTicket();
        const line = await newLine(ticket);
        const results = await Promise.all(Array.from({ length: 8 }, () => portal.createTimesheetLine(line)));
        for (const result of results.filter(({ ok }) => !ok)) {
          // Who lost has to look, and must not be told that the line was refused.
          expect(expectFailure(result).kind).toBe('unreachable');
        }
        const remoteId = expectValue(await portal.createTimesheetLine(line));
        const rows = await readAll((request) => portal.readTimesheetLines([ticket.remoteId], request));
        expect(rows.map((row) => row.remoteId)).toEqual([remoteId]);
        expect(expectValue(await portal.probeExternalId(line.externalId))).toEqual({ kind: 'present', remoteId });
      });

      it("counts a colleague's time, and shows the line to those who may read it", async () => {
        const ticket = await newTicket();
        const { employeeId } = expectValue(await colleague.identify());
        const line = { ...(await newLine(ticket, 5400)), employeeId: z.int().parse(employeeId) };
        expectValue(await colleague.createTimesheetLine(line));
        expectValue(await portal.createTimesheetLine(await newLine(ticket, 1800)));

        const rows = await readAll((request) => portal.readTimesheetLines([ticket.remoteId], request));
        const visible = rows.map((row) => row.workedSeconds).toSorted((a, b) => a - b);
        expect(visible).toEqual(bench.readsColleaguesLines ? [1800, 5400] : [1800]);
        const tickets = await readAll((request) => portal.readTickets(request));
        expect(findTicket(tickets, ticket.remoteId).workedSecondsOfEverybody).toBe(7200);
      });

      it('refuses to record time for somebody else, with words', async () => {
        const { employeeId } = expectValue(await colleague.identify());
        const line = { ...(await newLine(await newTicket())), employeeId: z.int().parse(employeeId) };
        const failure = expectFailure(await portal.createTimesheetLine(line));
        expect(failure.kind).toBe('refused');
        expect(failure.message).not.toBe('');
      });

      it("refuses a line on a ticket that does not exist, with the server's words", async () => {
        const line = { ...(await newLine(await newTicket())), ticketRemoteId: NO_SUCH_ID };
        const failure = expectFailure(await portal.createTimesheetLine(line));
        expect(failure.kind).toBe('refused');
        expect(failure.message).toContain(String(NO_SUCH_ID));
      });

      it('refuses a date that does not exist', async () => {
        const line = { ...(await newLine(await newTicket())), date: '2026-13-40' };
        expect(expectFailure(await portal.createTimesheetLine(line))).toMatchObject({
          kind: 'refused',
          message: expect.stringContaining('2026-13-40'),
        });
      });

      it('can be created after a refusal, with what was wrong put right', async () => {
        const ticket = await newTicket();
        const line = await newLine(ticket);
        expectFailure(await portal.createTimesheetLine({ ...line, date: '2026-13-40' }));
        expectValue(await portal.createTimesheetLine(line));
        expect(await readAll((request) => portal.readTimesheetLines([ticket.remoteId], request))).toHaveLength(1);
      });

      it('reads nothing for no tickets', async () => {
        expect(expectValue(await portal.readTimesheetLines([], READ_ALL))).toEqual({ rows: [], next: null });
        expect(expectValue(await portal.readMessages([], READ_ALL))).toEqual({ rows: [], next: null });
      });

      it('pages lines like tickets', async () => {
        const ticket = await newTicket();
        for (let count = 0; count < 5; count += 1) expectValue(await portal.createTimesheetLine(await newLine(ticket)));
        const read = (request: PageRequest) => portal.readTimesheetLines([ticket.remoteId], request);
        const whole = await readAll(read);
        expect(whole).toHaveLength(5);
        expect(await readAll(read, 2)).toEqual(whole);
      });
    });

    describe('changing timesheet lines', () => {
      const sendLine = async (ticket: PortalTicket, workedSeconds = 1320) => {
        const line = await newLine(ticket, workedSeconds);
        return { line, remoteId: expectValue(await portal.createTimesheetLine(line)) };
      };
      const read = async (remoteId: number) => expectValue(await portal.readTimesheetLine(remoteId));
      const hoursOn = async ({ remoteId }: PortalTicket) =>
        findTicket(await readAll((request) => portal.readTickets(request)), remoteId).workedSecondsOfEverybody;
      const sendColleaguesLine = async (ticket: PortalTicket) => {
        const { employeeId } = expectValue(await colleague.identify());
        const line = { ...(await newLine(ticket)), employeeId: z.int().parse(employeeId) };
        return expectValue(await colleague.createTimesheetLine(line));
      };

      it('reads one line as it is, and nothing for one that is gone', async () => {
        const ticket = await newTicket();
        const { line, remoteId } = await sendLine(ticket, 4800);
        expect(await read(remoteId)).toMatchObject({
          remoteId,
          ticketRemoteId: ticket.remoteId,
          employeeId: line.employeeId,
          date: line.date,
          description: line.description,
          workedSeconds: 4800,
          isLocked: false,
        });
        expect(await read(NO_SUCH_ID)).toBeNull();
      });

      it('writes what is different, and leaves the rest', async () => {
        const ticket = await newTicket();
        const { line, remoteId } = await sendLine(ticket);
        expectValue(await portal.updateTimesheetLine(remoteId, { description: 'Rättad «text» & mer' }));
        expect(await read(remoteId)).toMatchObject({ description: 'Rättad «text» & mer', workedSeconds: 1320 });
        expectValue(await portal.updateTimesheetLine(remoteId, { workedSeconds: 2700, date: '2026-11-24' }));
        expect(await read(remoteId)).toMatchObject({
          description: 'Rättad «text» & mer',
          workedSeconds: 2700,
          date: '2026-11-24',
          employeeId: line.employeeId,
          ticketRemoteId: ticket.remoteId,
        });
        expect(await hoursOn(ticket)).toBe(2700);
      });

      it('writes the same value again without harm, to the second', async () => {
        const { remoteId } = await sendLine(await newTicket());
        for (const workedSeconds of [3661, 3661, 61, 86_399]) {
          expectValue(await portal.updateTimesheetLine(remoteId, { workedSeconds }));
          expect(await read(remoteId)).toMatchObject({ workedSeconds });
        }
      });

      it('moves a line to another ticket, whose hours it then is', async () => {
        const [from, to] = [await newTicket('from'), await newTicket('to')];
        const { remoteId } = await sendLine(from, 1800);
        const place = { ticketRemoteId: to.remoteId, projectRemoteId: z.int().parse(to.projectRemoteId) };
        expectValue(await portal.updateTimesheetLine(remoteId, { place }));
        expect(await read(remoteId)).toMatchObject({ ticketRemoteId: to.remoteId, workedSeconds: 1800 });
        expect([await hoursOn(from), await hoursOn(to)]).toEqual([0, 1800]);
      });

      it('keeps time without a ticket on the project for it', async () => {
        const { internalProjectRemoteId } = expectValue(await portal.identify());
        const projectRemoteId = z.int().parse(internalProjectRemoteId);
        const line = { ...(await newLine(await newTicket())), ticketRemoteId: null, projectRemoteId };
        const remoteId = expectValue(await portal.createTimesheetLine(line));
        expect(await read(remoteId)).toMatchObject({ ticketRemoteId: null, workedSeconds: 1320 });

        const ticket = await newTicket();
        const other = (await sendLine(ticket)).remoteId;
        const place = { ticketRemoteId: null, projectRemoteId };
        expectValue(await portal.updateTimesheetLine(other, { place }));
        expect(await read(other)).toMatchObject({ ticketRemoteId: null });
        expect(await hoursOn(ticket)).toBe(0);
      });

      it('refuses to change a line that is gone, with words', async () => {
        const failure = expectFailure(await portal.updateTimesheetLine(NO_SUCH_ID, { workedSeconds: 60 }));
        expect(failure.kind).toBe('refused');
        expect(failure.message).not.toBe('');
      });

      it("refuses to change or delete a colleague's line", async () => {
        const ticket = await newTicket();
        const theirs = await sendColleaguesLine(ticket);
        expect(expectFailure(await portal.updateTimesheetLine(theirs, { workedSeconds: 60 })).kind).toBe('refused');
        if (bench.readsColleaguesLines) {
          expect(expectFailure(await portal.deleteTimesheetLine(theirs)).kind).toBe('refused');
        }
        expect(expectValue(await colleague.readTimesheetLine(theirs))).toMatchObject({ workedSeconds: 1320 });
      });

      it('deletes a line, and is content with one that is gone already', async () => {
        const ticket = await newTicket();
        const { line, remoteId } = await sendLine(ticket);
        const { remoteId: other } = await sendLine(ticket, 600);
        expectValue(await portal.deleteTimesheetLine(remoteId));
        expect(await read(remoteId)).toBeNull();
        expect(await hoursOn(ticket)).toBe(600);
        expectValue(await portal.deleteTimesheetLine(remoteId));
        expectValue(await portal.deleteTimesheetLine(NO_SUCH_ID));
        expect(expectValue(await portal.probeExternalId(line.externalId))).toEqual({ kind: 'absent' });
        expect(await read(other)).toMatchObject({ workedSeconds: 600 });
      });
    });

    describe('messages and screen dumps', () => {
      const newMessage = (ticket: PortalTicket, bodyHtml: string, isInternalNote = false) => ({
        messageUid: `<wb-${randomUUID()}@fyra.invalid>`,
        ticketRemoteId: ticket.remoteId,
        bodyHtml,
        isInternalNote,
        attachmentRemoteIds: [] as number[],
      });

      it('posts a message that is found by its uid', async () => {
        const ticket = await newTicket();
        const message = newMessage(ticket, '<p>Hej Johan! Nu går ordern att bekräfta. ☕</p>');
        expect(expectValue(await portal.probeMessage(message.messageUid))).toEqual({ kind: 'absent' });
        const remoteId = expectValue(await portal.postMessage(message));
        expect(expectValue(await portal.probeMessage(message.messageUid))).toEqual({ kind: 'present', remoteId });
        const rows = await readAll((request) => portal.readMessages([ticket.remoteId], request));
        expect(rows).toHaveLength(1);
        expect(rows[0]).toMatchObject({ remoteId, messageUid: message.messageUid, bodyHtml: message.bodyHtml });
        expect(rows[0]?.authorName).toBe(expectValue(await portal.identify()).userName);
      });

      it('tells what its user wrote from what others did', async () => {
        const ticket = await newTicket();
        const mine = expectValue(await portal.postMessage(newMessage(ticket, '<p>Från mig</p>')));
        const theirs = expectValue(await colleague.postMessage(newMessage(ticket, '<p>Från en kollega</p>')));
        const rows = await readAll((request) => portal.readMessages([ticket.remoteId], request));
        const authors = new Map(rows.map(({ remoteId, isMine }) => [remoteId, isMine]));
        expect(authors.get(mine)).toBe(true);
        expect(authors.get(theirs)).toBe(false);
      });

      it('tells internal notes from what a customer reads', async () => {
        const ticket = await newTicket();
        const note = expectValue(await portal.postMessage(newMessage(ticket, '<p>Bara för oss</p>', true)));
        const answer = expectValue(await portal.postMessage(newMessage(ticket, '<p>För kunden</p>')));
        const rows = await readAll((request) => portal.readMessages([ticket.remoteId], request), 1);
        expect(rows.map((row) => [row.remoteId, row.isInternalNote]).toSorted()).toEqual(
          [
            [note, true],
            [answer, false],
          ].toSorted(),
        );
      });

      it('keeps text that looks like markup as text, and takes out what could run', async () => {
        const ticket = await newTicket();
        const hostile =
          '<p onclick="steal()">1 &lt; 2 <script>alert(1)</script><img src="x" onerror="alert(2)"><a href="javascript:alert(3)">här</a></p>';
        expectValue(await portal.postMessage(newMessage(ticket, hostile)));
        const rows = await readAll((request) => portal.readMessages([ticket.remoteId], request));
        const body = rows[0]?.bodyHtml ?? '';
        expect(body).toContain('1 &lt; 2');
        expect(body).toContain('här');
        expect(body).not.toMatch(/<script|onclick|onerror|javascript:|alert\(1\)/i);
      });

      it('keeps the line for this app in an internal note, sign by sign', async () => {
        const ticket = await newTicket();
        const awkward = `O'Hara & <Søn> "x" [1] – 100 % +1; ~_.!*() \n\t åäö ☕ ${'lång '.repeat(200)}`;
        const at = instantFromEpochMs(Date.UTC(2026, 10, 25, 11));
        const notes: PortalNote[] = [
          {
            kind: 'line',
            lineId: timesheetLineIdSchema.parse(randomUUID()),
            state: 'sent',
            remoteId: 123,
            date: '2026-11-25',
            intervals: Array.from({ length: 150 }, (_, index) => ({
              startedAt: addMs(at, index * 9_000),
              durationMs: 8_999,
            })),
            workedSeconds: 1_350,
            heldSeconds: 60,
            kindOfWork: 'customer-or-third-party-code-fix',
            verdict: 'always-separate',
            overtimeDecision: 'confirmed',
            overrideReason: awkward,
          },
          {
            kind: 'approval',
            approvalId: approvalIdSchema.parse(randomUUID()),
            state: 'given',
            limitSeconds: 36_000,
            band: 'under-10',
            approvedAt: at,
            channel: 'in-person',
            approvedBy: "O'Hara <a@b.example>",
            note: awkward,
          },
        ];
        for (const note of notes) {
          expectValue(await portal.postMessage(newMessage(ticket, formatPortalNote(note, awkward), true)));
        }
        const rows = await readAll((request) => portal.readMessages([ticket.remoteId], request));
        expect(rows.every(({ isInternalNote }) => isInternalNote)).toBe(true);
        const read = rows.map(({ bodyHtml }) => parsePortalNote(bodyHtml));
        expect(read).toHaveLength(notes.length);
        expect(read).toEqual(expect.arrayContaining(notes));
      });

      it('refuses a message on a ticket that does not exist', async () => {
        const ticket = await newTicket();
        const failure = expectFailure(
          await portal.postMessage({ ...newMessage(ticket, '<p>Hej</p>'), ticketRemoteId: NO_SUCH_ID }),
        );
        expect(failure.kind).toBe('refused');
        expect(failure.message).not.toBe('');
      });

      it('keeps a picture byte for byte, on its ticket and in its message', async () => {
        const ticket = await newTicket();
        // Wider than what Odoo would scale down by itself.
        const bytes = new Uint8Array(PNG.sync.write(new PNG({ width: 2560, height: 40 })));
        const attachment = {
          externalId: `__import__.wb_${randomUUID()}`,
          ticketRemoteId: ticket.remoteId,
          fileName: 'skärmbild.png',
          mimeType: 'image/png',
          bytes,
        };
        const remoteId = expectValue(await portal.createAttachment(attachment));
        expect(expectValue(await portal.createAttachment(attachment))).toBe(remoteId);
        expect(expectValue(await portal.probeExternalId(attachment.externalId))).toEqual({ kind: 'present', remoteId });

        const message = { ...newMessage(ticket, '<p>Se bilden</p>'), attachmentRemoteIds: [remoteId] };
        const messageId = expectValue(await portal.postMessage(message));
        const record = z.object({ name: z.string(), mimetype: z.string(), datas: z.string(), checksum: z.string() });
        const read = (apiKey: string) =>
          callPortal(
            bench,
            apiKey,
            'ir.attachment',
            'search_read',
            {
              domain: [
                ['res_model', '=', 'project.task'],
                ['res_id', '=', ticket.remoteId],
              ],
              fields: ['name', 'mimetype', 'datas', 'checksum'],
            },
            z.array(record),
          );
        const [mine, ...others] = await read(bench.apiKey);
        expect(others).toEqual([]);
        expect(mine).toMatchObject({ name: 'skärmbild.png', mimetype: 'image/png' });
        expect(mine?.checksum).toBe(createHash('sha1').update(bytes).digest('hex'));
        expect(Buffer.from(mine?.datas ?? '', 'base64').equals(bytes)).toBe(true);
        expect(await read(bench.colleagueApiKey)).toHaveLength(1);
        const posted = await callPortal(
          bench,
          bench.apiKey,
          'mail.message',
          'search_read',
          { domain: [['id', '=', messageId]], fields: ['attachment_ids'] },
          z.array(z.object({ attachment_ids: z.array(z.int()) })),
        );
        expect(posted[0]?.attachment_ids).toEqual([remoteId]);
      });

      const reading = (changes: Partial<AttachmentReading> = {}): AttachmentReading => ({
        signal: new AbortController().signal,
        onProgress: () => undefined,
        ...changes,
      });
      const newAttachment = (ticket: PortalTicket, fileName: string, bytes: Uint8Array) =>
        portal.createAttachment({
          externalId: `__import__.wb_${randomUUID()}`,
          ticketRemoteId: ticket.remoteId,
          fileName,
          mimeType: 'application/octet-stream',
          bytes,
        });

      it('lists the files of a ticket, the newest first, with size, day and who put them there', async () => {
        const [ticket, other] = [await newTicket(), await newTicket('Other')];
        expect(expectValue(await portal.listAttachments(ticket.remoteId))).toEqual([]);
        const first = expectValue(await newAttachment(ticket, 'logg «1».bin', new Uint8Array(randomBytes(1234))));
        const second = expectValue(await newAttachment(ticket, 'en till.bin', new Uint8Array(randomBytes(10))));
        expectValue(await newAttachment(other, 'elsewhere.bin', new Uint8Array(randomBytes(10))));
        const { userName } = expectValue(await portal.identify());

        const listed = expectValue(await portal.listAttachments(ticket.remoteId));
        expect(listed.map(({ remoteId }) => remoteId)).toEqual([second, first]);
        expect(listed[1]).toMatchObject({
          fileName: 'logg «1».bin',
          mimeType: 'application/octet-stream',
          sizeBytes: 1234,
          uploaderName: userName,
        });
        expect(listed[1]?.createdAt).toBeGreaterThanOrEqual(ticket.registeredAt);
        // Whoever may read the ticket may read what hangs on it.
        expect(expectValue(await colleague.listAttachments(ticket.remoteId))).toEqual(listed);
      });

      it('tells of a file in a message as from whoever wrote that', async () => {
        const ticket = await newTicket();
        const file = expectValue(await newAttachment(ticket, 'svar.bin', new Uint8Array([1, 2, 3])));
        const message = { ...newMessage(ticket, '<p>Se filen</p>'), attachmentRemoteIds: [file] };
        expectValue(await colleague.postMessage(message));
        const { userName } = expectValue(await colleague.identify());
        const listed = expectValue(await portal.listAttachments(ticket.remoteId));
        expect(listed).toMatchObject([{ remoteId: file, uploaderName: expect.stringContaining(userName) }]);
      });

      it('hands a file out byte for byte, and tells how far it has come', async () => {
        const ticket = await newTicket();
        const bytes = new Uint8Array(randomBytes(3_000_000));
        const remoteId = expectValue(await newAttachment(ticket, 'stor.bin', bytes));
        const progress: number[] = [];
        const read = expectValue(
          await portal.readAttachment(
            remoteId,
            reading({
              onProgress: (received, total) => {
                expect(total).toBe(bytes.length);
                progress.push(received);
              },
            }),
          ),
        );
        expect(Buffer.from(read).equals(bytes)).toBe(true);
        expect(progress.length).toBeGreaterThan(1);
        expect(progress).toEqual(progress.toSorted((a, b) => a - b));
        expect(progress.at(-1)).toBe(bytes.length);
      });

      it('tells a changed content from the one before', async () => {
        const ticket = await newTicket();
        const remoteId = expectValue(await newAttachment(ticket, 'a.bin', new Uint8Array([1, 2, 3])));
        const checksumOf = async () => expectValue(await portal.listAttachments(ticket.remoteId))[0]?.checksum;
        const before = await checksumOf();
        expect(await checksumOf()).toBe(before);
        await write('ir.attachment', remoteId, { datas: Buffer.from([4, 5]).toString('base64') });
        expect(await checksumOf()).not.toBe(before);
      });

      it('stops handing out a file when nobody waits for it any longer', async () => {
        const ticket = await newTicket();
        const remoteId = expectValue(await newAttachment(ticket, 'stor.bin', new Uint8Array(randomBytes(3_000_000))));
        const controller = new AbortController();
        const read = await portal.readAttachment(
          remoteId,
          reading({ signal: controller.signal, onProgress: () => controller.abort() }),
        );
        expect(expectFailure(read)).toEqual({ kind: 'cancelled' });
      });

      it('says of a file that is gone that it is', async () => {
        expect(expectFailure(await portal.readAttachment(NO_SUCH_ID, reading()))).toEqual({ kind: 'gone' });
      });

      it('refuses a picture for a ticket that does not exist', async () => {
        const failure = expectFailure(
          await portal.createAttachment({
            externalId: `__import__.wb_${randomUUID()}`,
            ticketRemoteId: NO_SUCH_ID,
            fileName: 'a.png',
            mimeType: 'image/png',
            bytes: new Uint8Array([1, 2, 3]),
          }),
        );
        expect(failure.kind).toBe('refused');
        expect(failure.message).not.toBe('');
      });
    });

    describe("the server's own errors, which the practice portal has to make the same way", () => {
      const call = (model: string, method: string, named: Readonly<Record<string, unknown>>) =>
        fetch(new URL(`/json/2/${model}/${method}`, bench.address), {
          method: 'POST',
          headers: {
            authorization: `bearer ${bench.apiKey}`,
            'content-type': 'application/json',
            ...(bench.database === null ? {} : { 'x-odoo-database': bench.database }),
          },
          body: JSON.stringify(named),
        });

      it.each([
        ['no.such.model', 'search_read', {}, 404, 'werkzeug.exceptions.NotFound', "the model 'no.such.model'"],
        ['project.task', 'nope', {}, 404, 'werkzeug.exceptions.NotFound', "'project.task.nope' does not exist"],
        ['project.task', 'search_read', { fields: ['nope'] }, 500, 'builtins.ValueError', "Invalid field 'nope'"],
        ['project.task', 'search_read', { domain: [['nope', '=', 1]] }, 500, 'builtins.ValueError', 'nope'],
        ['project.task', 'write', { ids: [NO_SUCH_ID], vals: { name: 'x' } }, 404, 'odoo.exceptions.MissingError', ''],
        ['project.task', 'write', { ids: [] }, 422, 'werkzeug.exceptions.UnprocessableEntity', "'vals'"],
        ['res.partner', 'create', { vals_list: [{ name: 'x' }] }, 403, 'odoo.exceptions.AccessError', 'res.partner'],
      ])('%s/%s %j → %i %s', async (model, method, named, status, errorName, words) => {
        const response = await call(model, method, named);
        expect(response.status).toBe(status);
        const error = z.object({ name: z.string(), message: z.string() }).parse(await response.json());
        expect(error.name).toBe(errorName);
        expect(error.message).toContain(words);
      });
    });
  });
}

async function readAll<Row>(
  read: (request: PageRequest) => Promise<PortalResult<Page<Row>>>,
  pageSize = 200,
): Promise<Row[]> {
  const rows: Row[] = [];
  let after: PageKey | null = null;
  do {
    const page: Page<Row> = expectValue(await read({ changedSince: null, after, pageSize }));
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return rows;
}

function findTicket(tickets: readonly PortalTicket[], remoteId: number | undefined): PortalTicket {
  const ticket = tickets.find((candidate) => candidate.remoteId === remoteId);
  if (ticket === undefined) throw new Error(`Ticket ${remoteId} was not read`);
  return ticket;
}
