import { z } from 'zod';
import { listOpenConflicts } from '../../src/main/db/queries/ticket-conflicts';
import { readTicket } from '../../src/main/db/queries/tickets';
import { ticketFieldsOf } from '../../src/main/db/ticket-outbox';
import type { PortalTicket } from '../../src/main/portal/portal';
import { changeTicket } from '../../src/main/usecases/change-ticket';
import { callPortal, expectValue, portalOf } from './portal-bench';
import type { BothTicket, SyncBench } from './sync-bench';
import { readElsewhere } from './workbench-file';

/** Changes a ticket here, as a person does. */
export async function changeHere(
  { workbench }: Pick<SyncBench, 'workbench'>,
  { id }: Pick<BothTicket, 'id'>,
  change: Parameters<typeof changeTicket>[1]['change'],
) {
  return expectValue(await changeTicket(workbench, { ticketId: id, change }));
}

/** Changes a ticket on the portal, as a colleague does. */
export async function changeThere(
  { practice }: Pick<SyncBench, 'practice'>,
  { remoteId }: Pick<BothTicket, 'remoteId'>,
  vals: Readonly<Record<string, unknown>>,
): Promise<void> {
  const write = { ids: [remoteId], vals };
  await callPortal(practice, practice.colleagueApiKey, 'project.task', 'write', write, z.literal(true));
}

/** The ticket as the portal holds it. */
export async function ticketThere(
  { practice }: Pick<SyncBench, 'practice'>,
  { remoteId }: Pick<BothTicket, 'remoteId'>,
): Promise<PortalTicket> {
  const [ticket] = expectValue(await portalOf(practice).readTicketsById([remoteId]));
  if (ticket === undefined) throw new Error('The portal does not have this ticket.');
  return ticket;
}

/** The fields of the ticket as they are here. */
export async function fieldsHere({ workbench }: Pick<SyncBench, 'workbench'>, { id }: Pick<BothTicket, 'id'>) {
  const ticket = await readTicket(workbench.database, id);
  if (ticket === undefined) throw new Error('The ticket is not here.');
  return ticketFieldsOf(ticket);
}

/** The ids of the portal's stages by their names. */
export async function stagesOf({ practice }: Pick<SyncBench, 'practice'>): Promise<Record<string, number>> {
  const { stages } = expectValue(await portalOf(practice).readLists());
  return Object.fromEntries(stages.map(({ name, remoteId }) => [name, remoteId]));
}

/** What nobody has looked at, in short. */
export async function conflictsHere({ workbench }: Pick<SyncBench, 'workbench'>) {
  return listOpenConflicts(workbench.database);
}

/** What the outbox holds about tickets, oldest first. */
export function ticketOperationsIn({ workbench }: Pick<SyncBench, 'workbench'>): string[] {
  const rows = readElsewhere(
    workbench.file,
    `SELECT kind || ' ' || state AS entry FROM outbox WHERE kind IN ('create-ticket', 'update-ticket') ORDER BY sequence`,
  );
  return z
    .array(z.object({ entry: z.string() }))
    .parse(rows)
    .map(({ entry }) => entry);
}
