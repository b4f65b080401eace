import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_MAPPING, type TicketMapping } from '@core/ticket/ticket-mapping';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Portal, PortalTicket } from '../../src/main/portal/portal';
import { type PracticePortal, startPracticePortal } from '../../src/main/portal/practice/practice-portal';
import { callPortal, expectValue, type PortalBench, portalOf, practiceLogins } from '../support/portal-bench';

const KEY = 'key-of-maja';
const READ_ALL = { changedSince: null, after: null, pageSize: 200 };
const ids = z.array(z.int());

describe.each([
  { helpdesk: 'oca', profile: 'oca-helpdesk', line: 'ticket_id', team: 'helpdesk.ticket.team', ordinary: '1' },
  {
    helpdesk: 'enterprise',
    profile: 'enterprise-helpdesk',
    line: 'helpdesk_ticket_id',
    team: 'helpdesk.team',
    ordinary: '0',
  },
] as const)('a portal with the $helpdesk helpdesk', ({ helpdesk, profile, line, team, ordinary }) => {
  const mapping: TicketMapping = { ...DEFAULT_MAPPING, profile };
  let folder: string;
  let practice: PracticePortal;
  let bench: PortalBench;
  let portal: Portal;
  let userId: number;
  let employeeId: number;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fyra-helpdesk-'));
    practice = await startPracticePortal({ file: join(folder, 'portal.sqlite'), now: Date.now, apiKey: KEY, helpdesk });
    bench = {
      address: practice.url,
      database: practice.database,
      apiKey: KEY,
      ...practiceLogins(KEY),
      transport: 'json-2',
      readsColleaguesLines: true,
      stop: () => practice.stop(),
    };
    portal = portalOf(bench).by(mapping);
    const identity = expectValue(await portal.identify());
    userId = identity.userId;
    employeeId = z.int().parse(identity.employeeId);
  });
  afterAll(async () => {
    await practice.stop();
    await rm(folder, { recursive: true });
  });

  const teamNamed = async (name: string) => {
    const named = { domain: [['name', '=', name]], limit: 1 };
    const [id] = await callPortal(bench, KEY, team, 'search', named, z.tuple([z.int()]));
    return id;
  };
  const create = async (vals: Record<string, unknown>): Promise<number> => {
    const vals_list = [{ description: '<p>Text</p>', user_id: userId, ...vals }];
    const [id] = await callPortal(bench, KEY, 'helpdesk.ticket', 'create', { vals_list }, ids);
    return z.int().parse(id);
  };
  const read = async (remoteId: number, by: Portal = portal): Promise<PortalTicket> => {
    const [ticket] = expectValue(await by.readTicketsById([remoteId]));
    if (ticket === undefined) throw new Error('The portal does not have this ticket.');
    return ticket;
  };
  const allIds = async (by: Portal) => expectValue(await by.readTickets(READ_ALL)).rows.map(({ remoteId }) => remoteId);

  it('is found beside the projects, with time', async () => {
    expect(expectValue(await portal.readProfiles())).toEqual([
      { kind: 'project-tasks', takesTime: true },
      { kind: profile, takesTime: true },
    ]);
    expect(expectValue(await portal.readMissingRights())).toEqual([]);
  });

  it('reads its tickets with their own numbers, teams and stages', async () => {
    const support = await teamNamed('Support');
    const remoteId = await create({
      name: 'Order',
      team_id: support,
      partner_name: 'Elin Wahlgren',
      partner_email: 'elin@kund.example',
    });
    expect(await read(remoteId)).toMatchObject({
      number: expect.stringMatching(helpdesk === 'oca' ? /^HT\d+$/ : /^\d+$/),
      title: 'Order',
      groupRemoteId: support,
      groupName: 'Support',
      stage: { name: 'Ny', isFolded: false },
      contact: { name: 'Elin Wahlgren', email: 'elin@kund.example' },
      isAssignedToMe: true,
      priority: '0',
      resolution: 'open',
    });
    const lists = expectValue(await portal.readLists());
    expect(lists.groups.map(({ name }) => name)).toEqual(['Reklamationer', 'Support']);
    expect(lists.stages.at(-1)).toMatchObject({ name: 'Löst', isFolded: true });
    expect(await allIds(portal)).toContain(remoteId);
    // Tasks are none of this profile's tickets.
    expect(expectValue(await portal.readTickets(READ_ALL)).rows.every(({ number }) => number !== null)).toBe(true);
  });

  it('records time in the project of the team, or in the one that the mapping names', async () => {
    const lists = expectValue(await portal.readLists());
    const [project] = lists.projects;
    const withProject = await read(await create({ name: 'Med', team_id: await teamNamed('Support') }));
    const without = await create({ name: 'Utan', team_id: await teamNamed('Reklamationer') });
    expect(withProject.projectRemoteId).toBeGreaterThan(0);
    expect((await read(without)).projectRemoteId).toBeNull();
    const named = portalOf(bench).by({ ...mapping, timesheetProjectRemoteId: project?.remoteId ?? null });
    expect((await read(without, named)).projectRemoteId).toBe(project?.remoteId);

    const lineId = expectValue(
      await portal.createTimesheetLine({
        externalId: `__import__.wb_${randomUUID()}`,
        ticketRemoteId: withProject.remoteId,
        projectRemoteId: z.int().parse(withProject.projectRemoteId),
        employeeId,
        date: '2026-11-23',
        description: 'Felsökning',
        workedSeconds: 1800,
      }),
    );
    const kept = await callPortal(
      bench,
      KEY,
      'account.analytic.line',
      'read',
      { ids: [lineId], fields: [line, 'project_id', 'task_id'], load: null },
      z.array(z.record(z.string(), z.unknown())),
    );
    expect(kept).toEqual([
      { id: lineId, [line]: withProject.remoteId, project_id: withProject.projectRemoteId, task_id: false },
    ]);
    const lines = expectValue(await portal.readTimesheetLines([withProject.remoteId], READ_ALL)).rows;
    expect(lines).toMatchObject([{ remoteId: lineId, ticketRemoteId: withProject.remoteId, workedSeconds: 1800 }]);
    expect(expectValue(await portal.listTimesheetLineIds([withProject.remoteId], 0)).ids).toEqual([lineId]);
    expect((await read(withProject.remoteId)).workedSecondsOfEverybody).toBe(1800);
  });

  it('follows only the teams that were chosen, and unassigned tickets where that was chosen', async () => {
    const [support, claims] = [await teamNamed('Support'), await teamNamed('Reklamationer')];
    const inSupport = await create({ name: 'a', team_id: support });
    const inClaims = await create({ name: 'b', team_id: claims });
    const nobodys = await create({ name: 'c', team_id: support, user_id: false });
    const chosen = portalOf(bench).by({ ...mapping, groupRemoteIds: [support] });
    expect(await allIds(chosen)).toContain(inSupport);
    expect(await allIds(chosen)).not.toContain(inClaims);
    expect(await allIds(chosen)).not.toContain(nobodys);
    expect((await read(inClaims, chosen)).isAssignedToMe).toBe(false);
    const withUnassigned = portalOf(bench).by({ ...mapping, groupRemoteIds: [support], bringsUnassigned: true });
    expect(await allIds(withUnassigned)).toContain(nobodys);
    expect(await allIds(withUnassigned)).not.toContain(inClaims);
    expect(expectValue(await withUnassigned.listTicketIds(0)).ids).toEqual(
      (await allIds(withUnassigned)).toSorted((a, b) => a - b),
    );
  });

  it('changes and creates tickets, and hands one to a single person', async () => {
    const support = await teamNamed('Support');
    const { stages, colleagues } = expectValue(await portal.readLists());
    const last = stages.at(-1)?.remoteId ?? expect.fail();
    const colleague = colleagues.find(({ remoteId }) => remoteId !== userId)?.remoteId ?? expect.fail();
    const ticket = {
      externalId: `__import__.wb_${randomUUID()}`,
      title: 'Per telefon',
      descriptionHtml: '<p>Kunden ringde.</p>',
      groupRemoteId: support,
      customerRemoteId: null,
      stageRemoteId: null,
      priority: '0',
      tagRemoteIds: [],
      assigneeRemoteIds: [userId],
    };
    const remoteId = expectValue(await portal.createTicket(ticket));
    expect(expectValue(await portal.createTicket(ticket))).toBe(remoteId);
    expect(await read(remoteId)).toMatchObject({
      title: 'Per telefon',
      stage: { name: 'Ny' },
      priority: '0',
      isAssignedToMe: true,
    });
    const held = () =>
      callPortal(
        bench,
        KEY,
        'helpdesk.ticket',
        'read',
        { ids: [remoteId], fields: ['priority'] },
        z.array(z.object({ priority: z.string() })),
      );
    expect(await held()).toMatchObject([{ priority: ordinary }]);
    expectValue(
      await portal.updateTicket(remoteId, {
        stageRemoteId: last,
        priority: '1',
        assigneeRemoteIds: [colleague],
        resolution: 'open',
      }),
    );
    expect(await read(remoteId)).toMatchObject({
      stage: { isFolded: true },
      priority: '1',
      assigneeRemoteIds: [colleague],
      isAssignedToMe: false,
    });
  });

  it('takes messages and pictures on its tickets', async () => {
    const remoteId = await create({ name: 'Bild', team_id: await teamNamed('Support') });
    const picture = expectValue(
      await portal.createAttachment({
        externalId: `__import__.wb_${randomUUID()}`,
        ticketRemoteId: remoteId,
        fileName: 'bild.png',
        mimeType: 'image/png',
        bytes: new Uint8Array([1, 2, 3]),
      }),
    );
    const messageUid = `<wb-${randomUUID()}@fyra.invalid>`;
    expectValue(
      await portal.postMessage({
        messageUid,
        ticketRemoteId: remoteId,
        bodyHtml: '<p>Se bilden.</p>',
        isInternalNote: false,
        attachmentRemoteIds: [picture],
      }),
    );
    const messages = expectValue(await portal.readMessages([remoteId], READ_ALL)).rows;
    expect(messages).toMatchObject([{ messageUid, ticketRemoteId: remoteId }]);
  });
});
