import { asItStands, choicesOf, type LineConflict, missingSecondsOf } from '@core/timesheet/line-conflict';
import type { PortalValues } from '@core/timesheet/merge-portal-line';
import { portalValuesOf } from '../db/line-outbox';
import type { WorkbenchDatabase } from '../db/open';
import { type KeptLineConflict, listOpenLineConflicts } from '../db/queries/line-conflicts';
import { readTicket, readTicketByRemoteId } from '../db/queries/tickets';
import { isGoneFromPortal, isLocked, type OwnLine, readOwnLine } from './own-line';

/**
 * A conflict with the line as it is by now. Null where there is nothing to decide any more: the line was deleted, both
 * sides say the same, or what happened to it on the portal no longer holds.
 */
export async function readStandingConflict(
  trx: WorkbenchDatabase,
  kept: KeptLineConflict,
): Promise<{ readonly conflict: LineConflict; readonly line: OwnLine } | null> {
  const line = await readOwnLine(trx, kept.lineId);
  if (!line || !holdsStill(kept, line)) return null;
  const conflict = asItStands(kept, await portalValuesOf(trx, line.row));
  return conflict && { conflict, line };
}

function holdsStill({ kind }: KeptLineConflict, line: OwnLine): boolean {
  switch (kind) {
    case 'gone':
      return isGoneFromPortal(line.row);
    case 'locked':
      return isLocked(line);
    case 'changed':
      // Once the portal has validated or invoiced what stands, the office has decided.
      return !isLocked(line) && !isGoneFromPortal(line.row);
  }
}

/** What a version says, a ticket by its number; an empty one for time on no ticket. */
async function describeVersion(database: WorkbenchDatabase, { ticketRemoteId, ...values }: PortalValues) {
  const ticket = ticketRemoteId === null ? undefined : await readTicketByRemoteId(database, ticketRemoteId);
  const ticketNumber = ticket?.number ?? (ticketRemoteId === null ? '' : `#${ticketRemoteId}`);
  return { ...values, ticketNumber };
}

/** The conflicts about lines of mine that wait for a person, with the three versions of each. */
export async function readLineConflicts(database: WorkbenchDatabase) {
  const views = [];
  for (const kept of await listOpenLineConflicts(database)) {
    const standing = await readStandingConflict(database, kept);
    if (standing === null) continue;
    const { conflict, line } = standing;
    const { base, mine, theirs } = conflict;
    const ticket = line.row.ticketId === null ? undefined : await readTicket(database, line.row.ticketId);
    views.push({
      id: kept.id,
      kind: conflict.kind,
      fields: [...conflict.fields],
      ticketId: ticket?.id ?? null,
      ticketNumber: ticket?.number ?? null,
      date: line.row.date,
      description: line.row.description,
      base: await describeVersion(database, base),
      mine: mine && (await describeVersion(database, mine)),
      theirs: theirs && (await describeVersion(database, theirs)),
      missingSeconds: missingSecondsOf(conflict),
      choices: [...choicesOf(conflict)],
      foundAt: kept.foundAt,
    });
  }
  return views;
}
