import { externalIdOf } from '@core/sync/exactly-once';
import { z } from 'zod';
import type { Page, PageRequest, Portal, PortalResult } from '../../src/main/portal/portal';
import { HOUR } from './hand-clock';
import { callPortal, createTickets, expectValue, portalOf } from './portal-bench';
import { pullInto, type SyncBench } from './sync-bench';

/** A colleague records time on a ticket of mine; answers the line's id. */
export async function workAsColleague(bench: SyncBench, ticketRemoteId: number, minutes = 30): Promise<number> {
  const { practice, workbench } = bench;
  const colleague = portalOf(practice, practice.colleagueApiKey);
  const { employeeId } = expectValue(await colleague.identify());
  const named = { domain: [['allow_timesheets', '=', true]], limit: 1 };
  const [projectId] = await callPortal(
    practice,
    practice.apiKey,
    'project.project',
    'search',
    named,
    z.tuple([z.int()]),
  );
  return expectValue(
    await colleague.createTimesheetLine({
      externalId: externalIdOf(workbench.newId()),
      ticketRemoteId,
      projectRemoteId: projectId,
      employeeId: z.int().parse(employeeId),
      date: '2026-11-23',
      description: 'Oskars arbete',
      workedSeconds: minutes * 60,
    }),
  );
}

/**
 * A ticket on which a colleague worked and wrote a day ago, and that has just come to me. What happened on other
 * tickets since has moved the cursors past it. Answers its id on the portal.
 */
export async function handOverOldTicket(bench: SyncBench): Promise<number> {
  const { practice, workbench } = bench;
  const { userId } = expectValue(await portalOf(practice).identify());
  const [remoteId, other] = z.tuple([z.int(), z.int()]).parse(await createTickets(practice, ['Old', 'Other']));
  const call = (method: string, named: Record<string, unknown>) =>
    callPortal(practice, practice.colleagueApiKey, 'project.task', method, { ids: [remoteId], ...named }, z.unknown());
  const assign = (userIds: number[]) => call('write', { vals: { user_ids: [[6, 0, userIds]] } });
  await assign([]);
  await workAsColleague(bench, remoteId);
  await call('message_post', { body: 'Historik', message_type: 'comment' });
  workbench.clock.pass(24 * HOUR);
  await workAsColleague(bench, other);
  await callPortal(
    practice,
    practice.colleagueApiKey,
    'project.task',
    'message_post',
    { ids: [other], body: 'Nytt', message_type: 'comment' },
    z.unknown(),
  );
  await pullInto(bench);
  workbench.clock.pass(HOUR);
  await assign([userId]);
  return remoteId;
}

/** Answers a few pages, then fails as a cut connection does. */
export function failingAfter<Row>(pages: number, read: (request: PageRequest) => Promise<PortalResult<Page<Row>>>) {
  let left = pages;
  return async (request: PageRequest): Promise<PortalResult<Page<Row>>> => {
    left -= 1;
    return left < 0 ? { ok: false, failure: { kind: 'unreachable', message: 'cut' } } : read(request);
  };
}

/** The portal as somebody without the right to read colleagues' lines sees it: there is only the sum. */
export function hideColleaguesLines({ portal, employeeId }: SyncBench): Portal {
  return {
    ...portal,
    readTimesheetLines: async (ids, request) => {
      const read = await portal.readTimesheetLines(ids, request);
      if (!read.ok) return read;
      return {
        ok: true,
        value: { ...read.value, rows: read.value.rows.filter((row) => row.employeeId === employeeId) },
      };
    },
  };
}
