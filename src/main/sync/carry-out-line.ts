import type { TimesheetLineId } from '@core/ids';
import { succeed } from '@core/outcome';
import { externalIdOf } from '@core/sync/exactly-once';
import type { OutboxOperation } from '@core/sync/operation';
import {
  isSameOnPortal,
  mergePortalLine,
  PORTAL_FIELDS,
  type PortalLineMerge,
  type PortalValues,
  recogniseCreated,
} from '@core/timesheet/merge-portal-line';
import { portalValuesOf, wantedOnPortal } from '../db/line-outbox';
import type { WorkbenchDatabase } from '../db/open';
import {
  forgetEntry,
  listOpenEntriesOf,
  markInFlight,
  type OutboxEntry,
  readEntry,
  withdrawEntry,
  writeOperation,
} from '../db/queries/outbox';
import { readInternalProjectId } from '../db/queries/portal-facts';
import { NO_PROJECT, readTicketByRemoteId } from '../db/queries/tickets';
import {
  deleteTimesheetLine,
  readLineByRemoteId,
  readTimesheetLine,
  type TimesheetLine,
  updateTimesheetLine,
} from '../db/queries/timesheet-lines';
import { takeOver } from '../db/take-over';
import type { NewTimesheetLine, TimesheetLineChanges } from '../portal/portal';
import { type Carried, finish, refuse } from './carried';
import { keepContested, keepGone, keepUndeletable } from './line-at-odds';
import type { PushContext } from './push';

const NOT_KEPT_HERE = 'The line or its ticket is no longer kept here.';
const NO_PROJECT_NAMED =
  'The portal names no project for time on this ticket. Choose one under Settings, Tickets from the portal, and try again.';
const NO_EMPLOYEE = 'This portal has no employee for you, so it cannot hold your time.';

type Writing = Extract<OutboxOperation, { kind: 'create-timesheet-line' | 'update-timesheet-line' }>;

async function finishLine(
  context: PushContext,
  entry: OutboxEntry,
  store: (trx: WorkbenchDatabase) => Promise<void>,
): Promise<Carried> {
  await finish(context, entry, store);
  return succeed(null);
}

/**
 * Notes what is about to be sent and that it is. Committed before it is sent: after a crash "in flight" means that nobody
 * knows, and what was sent may be found on the portal.
 */
async function announce(
  context: PushContext,
  trx: WorkbenchDatabase,
  { id }: OutboxEntry,
  operation: Writing,
  values: PortalValues,
): Promise<void> {
  const last = operation.sent.at(-1);
  const isNew = last === undefined || !isSameOnPortal(last, values);
  if (isNew) await writeOperation(trx, id, { ...operation, sent: [...operation.sent, values] });
  await markInFlight(trx, id, context.now().wall);
}

/** Where on the portal a line is put; or why it has no place there. */
async function placeOf(
  trx: WorkbenchDatabase,
  ticketRemoteId: number | null,
): Promise<Pick<NewTimesheetLine, 'ticketRemoteId' | 'projectRemoteId'> | 'not-kept-here' | 'no-project'> {
  if (ticketRemoteId === null) {
    const projectRemoteId = await readInternalProjectId(trx);
    return projectRemoteId === null ? 'not-kept-here' : { ticketRemoteId, projectRemoteId };
  }
  const ticket = await readTicketByRemoteId(trx, ticketRemoteId);
  if (!ticket) return 'not-kept-here';
  const { projectRemoteId } = ticket;
  return projectRemoteId === NO_PROJECT ? 'no-project' : { ticketRemoteId, projectRemoteId };
}

/** Creates a line through its external id: once it exists on the portal it is adopted and never sent again. */
export async function createLine(context: PushContext, entry: OutboxEntry, operation: Writing): Promise<Carried> {
  const { lineId } = operation;
  const { employeeId } = context;
  if (employeeId === null) return refuse(NO_EMPLOYEE);
  if (entry.state === 'in-flight') {
    const probed = await context.portal.probeExternalId(externalIdOf(lineId));
    if (!probed.ok) return probed;
    if (probed.value.kind === 'present') return adoptLine(context, entry, operation, probed.value.remoteId);
  }
  const prepared = await context.database.transaction().execute(async (trx) => {
    const line = await readTimesheetLine(trx, lineId);
    if (!line) return 'not-kept-here';
    // Read again now: up to this moment a person could change the line, or take the operation back.
    if ((await readEntry(trx, entry.id)) === undefined) return 'taken-back';
    const wanted = await wantedOnPortal(trx, line, context);
    if (wanted.kind !== 'there') {
      await forgetEntry(trx, entry.id);
      return 'taken-back';
    }
    const place = await placeOf(trx, wanted.values.ticketRemoteId);
    if (typeof place === 'string') return place;
    await announce(context, trx, entry, operation, wanted.values);
    return { ...wanted.values, ...place };
  });
  if (prepared === 'taken-back') return succeed(null);
  if (prepared === 'not-kept-here') return refuse(NOT_KEPT_HERE);
  if (prepared === 'no-project') return refuse(NO_PROJECT_NAMED);
  const { projectRemoteId, ...values } = prepared;
  const created = await context.portal.createTimesheetLine({
    externalId: externalIdOf(lineId),
    employeeId,
    projectRemoteId,
    ...values,
  });
  if (!created.ok) return created;
  return finishCreated(context, entry, lineId, created.value, { ...values, isLocked: false });
}

/** The line was found on the portal after an attempt without an answer. */
async function adoptLine(
  context: PushContext,
  entry: OutboxEntry,
  { lineId, sent }: Writing,
  remoteId: number,
): Promise<Carried> {
  const read = await context.portal.readTimesheetLine(remoteId);
  if (!read.ok) return read;
  const there = read.value;
  const line = await readTimesheetLine(context.database, lineId);
  if (!line) return refuse(NOT_KEPT_HERE);
  const known = there ? recogniseCreated(sent, toValues(there)) : sent.at(-1);
  return finishCreated(context, entry, lineId, remoteId, {
    ...(known ?? (await portalValuesOf(context.database, line))),
    isLocked: there?.isLocked ?? false,
  });
}

function finishCreated(
  context: PushContext,
  entry: OutboxEntry,
  lineId: TimesheetLineId,
  remoteId: number,
  portalValues: NonNullable<TimesheetLine['portalValues']>,
): Promise<Carried> {
  return finishLine(context, entry, async (trx) => {
    // A pull may have seen the line before its answer reached us: then that copy makes way.
    const copy = await readLineByRemoteId(trx, remoteId);
    if (copy && copy.id !== lineId) {
      for (const { id } of await listOpenEntriesOf(trx, copy.id)) await withdrawEntry(trx, id);
      await deleteTimesheetLine(trx, copy.id);
    }
    await updateTimesheetLine(trx, lineId, { remoteId, portalValues });
  });
}

function toValues({ date, description, workedSeconds, ticketRemoteId }: PortalValues): PortalValues {
  return { date, description, workedSeconds, ticketRemoteId };
}

/**
 * Brings the portal's line to what the line is here, with absolute values and only where they differ. What was changed
 * there and not here is taken over, and all of it where the portal has locked the line. What both sides changed, what gave
 * way to a lock, and that the line is gone is kept to be looked at.
 */
export async function updateLine(context: PushContext, entry: OutboxEntry, operation: Writing): Promise<Carried> {
  const { lineId, sent } = operation;
  const line = await readTimesheetLine(context.database, lineId);
  if (!line || line.remoteId === null) return refuse(NOT_KEPT_HERE);
  const { remoteId } = line;
  const read = await context.portal.readTimesheetLine(remoteId);
  if (!read.ok) return read;
  if (read.value === null) return leaveGone(context, entry, lineId);
  const { isLocked } = read.value;
  const there = toValues(read.value);

  const prepared = await context.database.transaction().execute(async (trx) => {
    const current = await readTimesheetLine(trx, lineId);
    if (!current || (await readEntry(trx, entry.id)) === undefined) return { kind: 'taken-back' } as const;
    const base = current.portalValues === null ? there : toValues(current.portalValues);
    const wanted = await wantedOnPortal(trx, current, context);
    if (wanted.kind !== 'there') {
      return { kind: 'not-wanted', known: recogniseCreated([...sent, base], there) } as const;
    }
    const here = wanted.values;
    const merge = mergePortalLine({ base, sent, here, there, isLocked });
    const place = merge.toWrite.includes('ticketRemoteId') ? await placeOf(trx, merge.merged.ticketRemoteId) : null;
    if (typeof place === 'string') return { kind: place } as const;
    // Before anything is sent: an attempt without an answer leaves no trace of what stood there before it.
    await keepContested(context, trx, current, merge, { base, here, there, isLocked, at: context.now().wall });
    if (merge.toWrite.length > 0) await announce(context, trx, entry, operation, merge.merged);
    return { kind: 'merged', base, here, merge, place } as const;
  });
  switch (prepared.kind) {
    case 'taken-back':
      return succeed(null);
    case 'not-kept-here':
      return refuse(NOT_KEPT_HERE);
    case 'no-project':
      return refuse(NO_PROJECT_NAMED);
    case 'not-wanted':
      return finishLine(context, entry, (trx) =>
        updateTimesheetLine(trx, lineId, { portalValues: { ...prepared.known, isLocked } }),
      );
    case 'merged':
  }
  const { base, here, merge, place } = prepared;
  if (merge.toWrite.length > 0) {
    const written = await context.portal.updateTimesheetLine(remoteId, changesOf(merge, place));
    if (!written.ok) return written;
  }
  return finishLine(context, entry, async (trx) => {
    const current = await readTimesheetLine(trx, lineId);
    if (!current) return;
    const now = await portalValuesOf(trx, current);
    // What was changed while the answer was on its way is a change of its own.
    const fields = merge.toTakeOver.filter((field) => now[field] === here[field]);
    const left = current.deletedAt === null ? await takeOver(trx, current, fields, merge.merged, context.calendar) : [];
    // A ticket that is not kept here leaves a difference, which to a locked line nothing is to be sent of.
    const unmoved = isLocked ? now.ticketRemoteId : base.ticketRemoteId;
    const ticketRemoteId = left.includes('ticketRemoteId') ? unmoved : merge.merged.ticketRemoteId;
    await updateTimesheetLine(trx, lineId, { portalValues: { ...merge.merged, ticketRemoteId, isLocked } });
    if (fields.length > 0) await tellTakenOver(context, trx, current);
  });
}

/** Somebody deleted the line on the portal. It stays here as it was changed, and nothing makes it anew by itself. */
async function leaveGone(context: PushContext, entry: OutboxEntry, lineId: TimesheetLineId): Promise<Carried> {
  await context.database.transaction().execute(async (trx) => {
    const line = await readTimesheetLine(trx, lineId);
    if (!line || (await readEntry(trx, entry.id)) === undefined) return;
    const here = await portalValuesOf(trx, line);
    const base = line.portalValues === null ? here : toValues(line.portalValues);
    if (line.deletedAt === null) await keepGone(context, trx, line, { base, here, at: context.now().wall });
    await updateTimesheetLine(trx, lineId, { portalValues: null });
    await forgetEntry(trx, entry.id);
  });
  return succeed(null);
}

/** Tells of the tickets on which the time here is now otherwise: what is held back on them follows. */
async function tellTakenOver(context: PushContext, trx: WorkbenchDatabase, before: TimesheetLine): Promise<void> {
  const after = await readTimesheetLine(trx, before.id);
  for (const ticketId of [before.ticketId, after?.ticketId ?? null]) {
    if (ticketId !== null) context.onTakenOver?.(ticketId);
  }
}

function changesOf({ merged, toWrite }: PortalLineMerge, place: TimesheetLineChanges['place'] | null) {
  return {
    ...(toWrite.includes('date') ? { date: merged.date } : {}),
    ...(toWrite.includes('description') ? { description: merged.description } : {}),
    ...(toWrite.includes('workedSeconds') ? { workedSeconds: merged.workedSeconds } : {}),
    ...(place ? { place } : {}),
  };
}

/** Deletes the portal's line. One whose creation got no answer is looked for by its external id. */
export async function deleteLine(context: PushContext, entry: OutboxEntry, lineId: TimesheetLineId): Promise<Carried> {
  const line = await readTimesheetLine(context.database, lineId);
  if (!line) return refuse(NOT_KEPT_HERE);
  let { remoteId } = line;
  if (remoteId === null) {
    const probed = await context.portal.probeExternalId(externalIdOf(lineId));
    if (!probed.ok) return probed;
    remoteId = probed.value.kind === 'present' ? probed.value.remoteId : null;
  }
  const isTakenBack = await context.database.transaction().execute(async (trx) => {
    if ((await readEntry(trx, entry.id)) === undefined) return true;
    await markInFlight(trx, entry.id, context.now().wall);
    return false;
  });
  if (isTakenBack) return succeed(null);
  if (remoteId !== null) {
    const deleted = await context.portal.deleteTimesheetLine(remoteId);
    if (!deleted.ok) {
      const isRefused = deleted.failure.kind === 'refused';
      return (isRefused && (await bringBackLocked(context, entry, lineId, remoteId))) || deleted;
    }
  }
  return finishLine(context, entry, (trx) => updateTimesheetLine(trx, lineId, { remoteId, portalValues: null }));
}

/**
 * A line that the portal has locked is not deleted there: it comes back here as the portal has it, and that it had been
 * deleted is kept to be looked at. Null where something else stood in the way.
 */
async function bringBackLocked(
  context: PushContext,
  entry: OutboxEntry,
  lineId: TimesheetLineId,
  remoteId: number,
): Promise<Carried | null> {
  const read = await context.portal.readTimesheetLine(remoteId);
  // Where that cannot be asked now, the whole of it is tried again.
  if (!read.ok) return read.failure.kind === 'refused' ? null : read;
  if (read.value?.isLocked !== true) return null;
  const there = toValues(read.value);
  return finishLine(context, entry, async (trx) => {
    const line = await readTimesheetLine(trx, lineId);
    if (!line) return;
    const here = await portalValuesOf(trx, line);
    const base = line.portalValues === null ? there : toValues(line.portalValues);
    if (line.deletedAt !== null) await keepUndeletable(context, trx, line, { base, there, at: context.now().wall });
    const fields = PORTAL_FIELDS.filter((field) => here[field] !== there[field]);
    const left = await takeOver(trx, line, fields, there, context.calendar);
    const ticketRemoteId = left.includes('ticketRemoteId') ? here.ticketRemoteId : there.ticketRemoteId;
    const portalValues = { ...there, ticketRemoteId, isLocked: true };
    await updateTimesheetLine(trx, lineId, { remoteId, portalValues, deletedAt: null });
    await tellTakenOver(context, trx, line);
  });
}
