import { lineConflictIdSchema } from '@core/ids';
import type { Instant } from '@core/time/instant';
import {
  PORTAL_FIELDS,
  type PortalField,
  type PortalLineMerge,
  type PortalValues,
} from '@core/timesheet/merge-portal-line';
import type { LineOutboxParts } from '../db/line-outbox';
import type { WorkbenchDatabase } from '../db/open';
import { keepLineConflict } from '../db/queries/line-conflicts';
import type { TimesheetLine } from '../db/queries/timesheet-lines';

/** The versions of a line that met. */
interface Versions {
  readonly base: PortalValues;
  readonly here: PortalValues;
  readonly there: PortalValues;
}

/** Keeps for a person's eyes what both sides changed, or what gives way to a lock. In the transaction that decides it. */
export async function keepContested(
  { newId }: Pick<LineOutboxParts, 'newId'>,
  trx: WorkbenchDatabase,
  { id: lineId }: TimesheetLine,
  { contested }: Pick<PortalLineMerge, 'contested'>,
  { base, here, there, isLocked, at }: Versions & { readonly isLocked: boolean; readonly at: Instant },
): Promise<void> {
  if (contested.length === 0) return;
  await keepLineConflict(trx, {
    id: lineConflictIdSchema.parse(newId()),
    lineId,
    kind: isLocked ? 'locked' : 'changed',
    fields: contested,
    base,
    mine: here,
    theirs: there,
    foundAt: at,
  });
}

/** Keeps for a person's eyes that a line is gone from the portal that was changed here. */
export async function keepGone(
  { newId }: Pick<LineOutboxParts, 'newId'>,
  trx: WorkbenchDatabase,
  { id: lineId }: TimesheetLine,
  { base, here, at }: Omit<Versions, 'there'> & { readonly at: Instant },
): Promise<void> {
  const fields = PORTAL_FIELDS.filter((field) => base[field] !== here[field]);
  if (fields.length === 0) return;
  const id = lineConflictIdSchema.parse(newId());
  await keepLineConflict(trx, { id, lineId, kind: 'gone', fields, base, mine: here, theirs: null, foundAt: at });
}

/** Keeps for a person's eyes that a line which had been deleted here is locked on the portal. */
export async function keepUndeletable(
  { newId }: Pick<LineOutboxParts, 'newId'>,
  trx: WorkbenchDatabase,
  { id: lineId }: TimesheetLine,
  { base, there, at }: Omit<Versions, 'here'> & { readonly at: Instant },
): Promise<void> {
  const id = lineConflictIdSchema.parse(newId());
  const fields: readonly PortalField[] = ['workedSeconds'];
  await keepLineConflict(trx, { id, lineId, kind: 'locked', fields, base, mine: null, theirs: there, foundAt: at });
}
