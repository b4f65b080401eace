import type { TicketId } from '@core/ids';
import { changeLine, type LineChange } from '@core/timesheet/change-set';
import { type LineStays, whyLineStays } from '@core/timesheet/line-stays';
import { onTarget } from '@core/timesheet/move-line';
import { contentOf } from '../db/line-content';
import type { WorkbenchDatabase } from '../db/open';
import { listOpenLineConflicts } from '../db/queries/line-conflicts';
import { listLinesBeingSent } from '../db/queries/outbox';
import { insertJournalEntry } from '../db/queries/timesheet-changes';
import { listLinesOfTicket } from '../db/queries/timesheet-lines';
import { applyLineChanges } from './change-lines';
import { isGoneFromPortal, isLocked, type OwnLine } from './own-line';
import type { Workbench } from './workbench';

/** A line of mine on a ticket, and why it cannot go to another one; null: it can. */
export interface LineThatCouldMove {
  readonly line: OwnLine;
  readonly stays: LineStays | null;
}

/** The lines of mine on a ticket, oldest first, each with what keeps it there. */
export async function readLinesThatCouldMove(trx: WorkbenchDatabase, ticketId: TicketId): Promise<LineThatCouldMove[]> {
  const atOdds = new Set((await listOpenLineConflicts(trx)).map(({ lineId }) => lineId));
  const beingSent = await listLinesBeingSent(trx);
  const rows = (await listLinesOfTicket(trx, ticketId)).filter(({ origin }) => origin === 'mine');
  return rows.map((row) => {
    const line = { id: row.id, content: contentOf(row), row };
    const stays = whyLineStays({
      isLocked: isLocked(line),
      isBeingSent: beingSent.has(row.id),
      isAtOdds: atOdds.has(row.id),
      isGone: isGoneFromPortal(row),
    });
    return { line, stays };
  });
}

/**
 * Moves lines of mine to another ticket, as a step of the timesheet with everything that follows for the portal. Answers
 * what was changed, and the tickets concerned.
 */
export async function moveLines(
  workbench: Workbench,
  trx: WorkbenchDatabase,
  lines: readonly OwnLine[],
  ticketId: TicketId,
): Promise<{ changes: readonly LineChange[]; tickets: readonly TicketId[] }> {
  const planned = lines.flatMap((line) => {
    // Each of them is on a ticket, so that its kind of work stays.
    const moved = onTarget(line.content, { kind: 'ticket', ticketId }, line.content.kindOfWork);
    return changeLine(line, moved) ?? [];
  });
  if (planned.length === 0) return { changes: [], tickets: [] };
  const applied = await applyLineChanges(workbench, trx, planned);
  const changedAt = workbench.clock.read().wall;
  await insertJournalEntry(trx, { kind: 'move', changes: applied.changes, changedAt });
  return applied;
}
