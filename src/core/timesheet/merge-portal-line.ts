import { z } from 'zod';

/** What the portal holds of a line. `workedSeconds` is what it is to be charged from: the held part is not in it. */
export const portalValuesSchema = z
  .object({
    /** Stockholm date. */
    date: z.string(),
    description: z.string(),
    workedSeconds: z.int(),
    /** Null: on no ticket. */
    ticketRemoteId: z.int().nullable(),
  })
  .readonly();
export type PortalValues = z.infer<typeof portalValuesSchema>;
export const portalFieldSchema = portalValuesSchema.unwrap().keyof();
export type PortalField = z.infer<typeof portalFieldSchema>;

/** All of them, in the order in which a person reads them. */
export const PORTAL_FIELDS: readonly PortalField[] = ['date', 'description', 'workedSeconds', 'ticketRemoteId'];

export interface PortalLineMerge {
  /** What both sides are to hold. */
  readonly merged: PortalValues;
  /** Fields in which the portal differs from that. */
  readonly toWrite: readonly PortalField[];
  /** Fields in which the line here differs from that. */
  readonly toTakeOver: readonly PortalField[];
  /**
   * Fields that were changed here, and are otherwise on the portal: because somebody changed them there too, and what was
   * said here stands; or because the portal has locked the line, and what was said here gives way.
   */
  readonly contested: readonly PortalField[];
}

/** Whether two lines say the same to the portal. */
export function isSameOnPortal(some: PortalValues, other: PortalValues): boolean {
  return PORTAL_FIELDS.every((field) => some[field] === other[field]);
}

/**
 * What the portal is known to hold of a line that was found there after its creation got no answer. Each attempt may have
 * sent other values: those of `sent` (oldest first) that stand there came through; what is none of them was changed there
 * since, and is left to the next merge.
 */
export function recogniseCreated(sent: readonly PortalValues[], there: PortalValues): PortalValues {
  const last = sent.at(-1) ?? there;
  const choose = <Field extends PortalField>(field: Field): PortalValues[Field] =>
    sent.some((values) => values[field] === there[field]) ? there[field] : last[field];
  return {
    date: choose('date'),
    description: choose('description'),
    workedSeconds: choose('workedSeconds'),
    ticketRemoteId: choose('ticketRemoteId'),
  };
}

/**
 * Merges a line of mine with what the portal holds, field by field: what was changed here wins, what was not takes the
 * portal's. A line that the portal has locked (validated, invoiced) is the portal's in every field.
 *
 * `base` is what the portal was last known to hold. `sent` are values whose sending may have had its effect though no
 * answer came: found on the portal, they are no change by somebody else. Source: SYNC, "Conflicts".
 */
export function mergePortalLine({
  base,
  sent,
  here,
  there,
  isLocked,
}: {
  base: PortalValues;
  sent: readonly PortalValues[];
  here: PortalValues;
  there: PortalValues;
  isLocked: boolean;
}): PortalLineMerge {
  const isChangedHere = (field: PortalField) => here[field] !== base[field];
  const isOurs = (field: PortalField) => [base, ...sent].some((values) => values[field] === there[field]);
  const isContested = (field: PortalField) =>
    here[field] !== there[field] &&
    (isLocked ? isChangedHere(field) || isOurs(field) : isChangedHere(field) && !isOurs(field));
  const takesPortals = (field: PortalField) => isLocked || (!isChangedHere(field) && !isOurs(field));
  const choose = <Field extends PortalField>(field: Field): PortalValues[Field] =>
    takesPortals(field) ? there[field] : here[field];
  const merged = {
    date: choose('date'),
    description: choose('description'),
    workedSeconds: choose('workedSeconds'),
    ticketRemoteId: choose('ticketRemoteId'),
  };
  return {
    merged,
    toWrite: PORTAL_FIELDS.filter((field) => merged[field] !== there[field]),
    toTakeOver: PORTAL_FIELDS.filter((field) => merged[field] !== here[field]),
    contested: PORTAL_FIELDS.filter(isContested),
  };
}
