import { messageIdSchema, screenshotIdSchema, type TicketId, type TicketLinkId, type TimesheetLineId } from '@core/ids';
import { ticketFieldsSchema } from '@core/ticket/ticket-fields';
import type { TicketLink, TicketLinkKind } from '@core/ticket/ticket-link';
import type { Instant } from '@core/time/instant';
import { lineChangeSchema } from '@core/timesheet/change-set';
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { WorkbenchDatabase } from '../open';
import type { TicketLinkTable } from '../tables/ticket-tables';
import { amongTickets } from './state-changes';

const stageSchema = ticketFieldsSchema.unwrap().shape.stage;

/** What takes a link back that was made here. */
export const linkUndoingSchema = z
  .object({
    /** The notes about it on both tickets. */
    notes: z.object({ main: messageIdSchema, other: messageIdSchema }),
    /** The lines that moved along. */
    changes: z.array(lineChangeSchema).readonly(),
    /** Where a duplicate stood before and after it was merged; null of a part. */
    stage: z.object({ before: stageSchema, after: stageSchema }).nullable(),
    /** The drafts of screen dumps that moved along. */
    draftIds: z.array(screenshotIdSchema).readonly(),
  })
  .readonly();
export type LinkUndoing = z.infer<typeof linkUndoingSchema>;

/** A link of which both tickets are known here. */
export interface KeptLink extends TicketLink {
  readonly by: string;
  readonly isWithdrawn: boolean;
  /** Null: it was made elsewhere. */
  readonly undoing: LinkUndoing | null;
  /** The portal's id of the last message of the customer on a duplicate that brought it back to work, or was there before. */
  readonly seenMessage: number;
}

function toLink(row: Selectable<TicketLinkTable>): KeptLink[] {
  const { id, kind, ticketId, mainTicketId, at, recordedBy, withdrawnAt, undoing, seenMessage } = row;
  if (ticketId === null || mainTicketId === null) return [];
  return [
    {
      id,
      kind,
      ticketId,
      mainTicketId,
      at,
      by: recordedBy,
      isWithdrawn: withdrawnAt !== null,
      undoing: undoing === null ? null : linkUndoingSchema.parse(JSON.parse(undoing)),
      seenMessage,
    },
  ];
}

/** Writes down a link that is made here. */
export async function insertTicketLink(
  trx: WorkbenchDatabase,
  { by, undoing, ...link }: Omit<KeptLink, 'isWithdrawn'>,
): Promise<void> {
  const row = { ...link, recordedBy: by, withdrawnAt: null, undoing: undoing && JSON.stringify(undoing) };
  await trx.insertInto('ticketLink').values(row).execute();
}

/**
 * Writes down what a note on one of two tickets tells of a link. The other side is told by a note of its own, before or
 * after. What a note says otherwise of a link that is known is left out. Answers whether it fitted.
 */
export async function keepToldLink(
  trx: WorkbenchDatabase,
  told: {
    readonly id: TicketLinkId;
    readonly kind: TicketLinkKind;
    readonly side: 'main' | 'other';
    readonly ticketId: TicketId;
    readonly at: Instant;
    readonly by: string;
  },
): Promise<boolean> {
  const { id, kind, ticketId, at, by } = told;
  const side = told.side === 'main' ? 'mainTicketId' : 'ticketId';
  const known = await trx.selectFrom('ticketLink').selectAll().where('id', '=', id).executeTakeFirst();
  if (known === undefined) {
    const row = {
      id,
      kind,
      ticketId: null,
      mainTicketId: null,
      at,
      recordedBy: by,
      withdrawnAt: null,
      undoing: null,
      seenMessage: 0,
    };
    await trx
      .insertInto('ticketLink')
      .values({ ...row, [side]: ticketId })
      .execute();
    return true;
  }
  const otherEnd = side === 'ticketId' ? known.mainTicketId : known.ticketId;
  if (known.kind !== kind || otherEnd === ticketId) return false;
  if (known[side] !== null) return known[side] === ticketId;
  await trx
    .updateTable('ticketLink')
    .set({ [side]: ticketId })
    .where('id', '=', id)
    .execute();
  return true;
}

/** Takes a link back for good. Answers whether it stood until now. */
export async function withdrawLinkRow(trx: WorkbenchDatabase, id: TicketLinkId, at: Instant): Promise<boolean> {
  const updated = await trx
    .updateTable('ticketLink')
    .set({ withdrawnAt: at })
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) > 0;
}

/** Notes which message of the customer has brought a duplicate back to work. */
export async function writeSeenMessage(trx: WorkbenchDatabase, id: TicketLinkId, seenMessage: number): Promise<void> {
  await trx.updateTable('ticketLink').set({ seenMessage }).where('id', '=', id).execute();
}

/** Removes a link of which nobody was told. */
export async function deleteLink(trx: WorkbenchDatabase, id: TicketLinkId): Promise<void> {
  await trx.deleteFrom('ticketLink').where('id', '=', id).execute();
}

/** A link, or undefined. */
export async function readTicketLink(trx: WorkbenchDatabase, id: TicketLinkId): Promise<KeptLink | undefined> {
  const row = await trx.selectFrom('ticketLink').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toLink(row)[0];
}

/** The links that hold and have one of these tickets at either end, oldest first. */
export async function listLinksOf(trx: WorkbenchDatabase, ticketIds: readonly TicketId[]): Promise<KeptLink[]> {
  const rows = await trx
    .selectFrom('ticketLink')
    .selectAll()
    .where('withdrawnAt', 'is', null)
    .where((eb) =>
      eb.or([eb('ticketId', 'in', amongTickets(ticketIds)), eb('mainTicketId', 'in', amongTickets(ticketIds))]),
    )
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.flatMap(toLink);
}

/** The links by which this ticket is a part or a duplicate of another, and so on up to the first of them. */
export async function listLinksUpwards(trx: WorkbenchDatabase, ticketId: TicketId): Promise<KeptLink[]> {
  const links = new Map<TicketLinkId, KeptLink>();
  let next: TicketId[] = [ticketId];
  while (next.length > 0) {
    const found = (await listLinksOf(trx, next)).filter((link) => next.includes(link.ticketId) && !links.has(link.id));
    for (const link of found) links.set(link.id, link);
    next = found.map(({ mainTicketId }) => mainTicketId);
  }
  return [...links.values()];
}

/** Whether nothing but these lines was recorded on a ticket; of what is written on it nothing is said. */
export async function hasOnlyTheseLines(
  trx: WorkbenchDatabase,
  ticketId: TicketId,
  lineIds: readonly TimesheetLineId[],
): Promise<boolean> {
  const { rows } = await sql<{ found: number }>`
    SELECT EXISTS (SELECT 1 FROM timer WHERE ticket_id = ${ticketId})
      OR EXISTS (SELECT 1 FROM screenshot WHERE ticket_id = ${ticketId})
      OR EXISTS (SELECT 1 FROM ticket_reference WHERE ticket_id = ${ticketId})
      OR EXISTS (SELECT 1 FROM ticket_event WHERE ticket_id = ${ticketId})
      OR EXISTS (SELECT 1 FROM ticket_steps WHERE ticket_id = ${ticketId})
      OR EXISTS (SELECT 1 FROM timesheet_line WHERE ticket_id = ${ticketId}
        AND id NOT IN (SELECT value FROM json_each(${JSON.stringify(lineIds)}))) AS found`.execute(trx);
  return rows[0]?.found === 0;
}
