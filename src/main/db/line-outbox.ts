import { operationIdSchema, type TimesheetLineId } from '@core/ids';
import type { Instant } from '@core/time/instant';
import type { PortalValues } from '@core/timesheet/merge-portal-line';
import { type OpenLineOperation, planLineOperation, type WantedOnPortal } from '@core/timesheet/plan-line-operation';
import type { WorkbenchDatabase } from './open';
import { enqueue, listEntriesOf, type OutboxEntry, withdrawEntry } from './queries/outbox';
import { readInternalProjectId } from './queries/portal-facts';
import { readTicket } from './queries/tickets';
import { readTimesheetLine, type TimesheetLine } from './queries/timesheet-lines';

/** Shorter lines are kept here and never created on the portal. Source: the support terms' domain page, section 8. */
export const SHORTEST_LINE_SENT_SECONDS = 60;

/** What Odoo itself calls a line that nobody described. */
const UNDESCRIBED = '/';

/** What the portal would hold of a line of mine if it were sent as it is now. */
export async function portalValuesOf(trx: WorkbenchDatabase, line: TimesheetLine): Promise<PortalValues> {
  const ticket = line.ticketId === null ? undefined : await readTicket(trx, line.ticketId);
  return {
    date: line.date,
    description: line.description === '' ? UNDESCRIBED : line.description,
    workedSeconds: line.workedSeconds - line.heldSeconds,
    ticketRemoteId: ticket?.remoteId ?? null,
  };
}

/** What planning the outbox of a line takes besides the file. */
export interface LineOutboxParts {
  /** A new UUIDv7. */
  readonly newId: () => string;
  /** Whether a line waits here until somebody has described the work. */
  readonly requiresDescription: () => boolean;
}

/** What is to become of a line of mine on the portal, as it is now. */
export async function wantedOnPortal(
  trx: WorkbenchDatabase,
  line: TimesheetLine,
  { requiresDescription }: Pick<LineOutboxParts, 'requiresDescription'>,
): Promise<WantedOnPortal> {
  if (line.deletedAt !== null) return { kind: 'deleted' };
  const internalProjectRemoteId = await readInternalProjectId(trx);
  const values = await portalValuesOf(trx, line);
  // A ticket that the portal does not have yet takes no line there.
  const hasPlace = line.ticketId === null ? internalProjectRemoteId !== null : values.ticketRemoteId !== null;
  const isLongEnough = values.workedSeconds >= SHORTEST_LINE_SENT_SECONDS || line.portalValues !== null;
  const isDescribed = line.description !== '' || !requiresDescription();
  return hasPlace && isLongEnough && isDescribed ? { kind: 'there', values } : { kind: 'not-ready' };
}

/** What is not done about a line. Nothing but operations of lines has a line as its subject. */
function toOpenOperations(entries: readonly OutboxEntry[]): OpenLineOperation<OutboxEntry['id']>[] {
  return entries.flatMap(({ id, state, operation: { kind } }) => {
    const isOfLine =
      kind === 'create-timesheet-line' || kind === 'update-timesheet-line' || kind === 'delete-timesheet-line';
    return isOfLine && state !== 'done' ? [{ id, kind, state }] : [];
  });
}

/**
 * Sees to it that the outbox brings the portal to what a line of mine is now. To be called in the transaction of every
 * change of the line and of every end of an operation about it. Nothing for a colleague's line.
 */
export async function planLineOutbox(
  trx: WorkbenchDatabase,
  lineId: TimesheetLineId,
  parts: LineOutboxParts,
  at: Instant,
): Promise<void> {
  const line = await readTimesheetLine(trx, lineId);
  if (line?.origin !== 'mine') return;
  const entries = await listEntriesOf(trx, lineId);
  const wasCreated = entries.some(
    ({ operation, state }) => operation.kind === 'create-timesheet-line' && state === 'done',
  );
  // It was on the portal and is known to be there no more: its external id must not be sent again.
  if (line.portalValues === null && (line.remoteId !== null || wasCreated)) return;
  const plan = planLineOperation({
    wanted: await wantedOnPortal(trx, line, parts),
    known: line.portalValues,
    open: toOpenOperations(entries),
  });
  for (const id of plan.withdraw) await withdrawEntry(trx, id);
  if (plan.enqueue === null) return;
  await enqueue(trx, {
    id: operationIdSchema.parse(parts.newId()),
    operation: { kind: plan.enqueue, lineId },
    dependsOn: null,
    at,
  });
}
