import { z } from 'zod';
import { isSameOnPortal, type PortalField, type PortalValues } from './merge-portal-line';

/**
 * What happened to a line of mine that I had changed: the portal's was changed too, and mine stands; it was validated or
 * invoiced there, and the portal's stands; it was deleted there, and mine is kept here. Source: SYNC, "Conflicts".
 */
export const lineConflictKindSchema = z.enum(['changed', 'locked', 'gone']);
export type LineConflictKind = z.infer<typeof lineConflictKindSchema>;

/**
 * What a person says to it. `leave`: as it is. `use-portals`: the portal's in place of mine. `record-difference`: a line
 * of its own for the time that a locked line lacks. `send-again`: a new line in place of one that is gone. `delete`: it
 * goes here too.
 */
export const lineConflictChoiceSchema = z.enum(['leave', 'use-portals', 'record-difference', 'send-again', 'delete']);
export type LineConflictChoice = z.infer<typeof lineConflictChoiceSchema>;

/** The three versions of a line, and the fields in which they are at odds. */
export interface LineConflict {
  readonly kind: LineConflictKind;
  readonly fields: readonly PortalField[];
  readonly base: PortalValues;
  /** Null: I had deleted it. */
  readonly mine: PortalValues | null;
  /** Null: it is not there any more. */
  readonly theirs: PortalValues | null;
}

/** Shorter lines are never sent. */
const SHORTEST_CORRECTION_SECONDS = 60;

/**
 * The time that I had written beyond what a locked line holds, in seconds, where a line of its own can say it: on the same
 * ticket, and a minute or more. Null where only the office can put it right. Source: SYNC, "the server wins and a
 * correction is proposed".
 */
export function missingSecondsOf({ kind, mine, theirs }: LineConflict): number | null {
  if (kind !== 'locked' || mine === null || theirs === null) return null;
  if (mine.ticketRemoteId !== theirs.ticketRemoteId) return null;
  const missing = mine.workedSeconds - theirs.workedSeconds;
  return missing >= SHORTEST_CORRECTION_SECONDS ? missing : null;
}

function isSameVersion(some: PortalValues | null, other: PortalValues | null): boolean {
  return some === null || other === null ? some === other : isSameOnPortal(some, other);
}

/**
 * Whether it is the conflict that is known already: an attempt whose answer got lost meets the same values again, and a
 * person is asked once.
 */
export function isKnownConflict(known: LineConflict, found: LineConflict): boolean {
  return (
    known.kind === found.kind &&
    isSameOnPortal(known.base, found.base) &&
    isSameVersion(known.theirs, found.theirs) &&
    found.fields.every((field) => known.fields.includes(field))
  );
}

/**
 * The question that stands, with what has come to it since: a later version of the portal's takes the place of an earlier
 * one, and the line as it was before the first stays what both began with.
 */
export function joinConflicts(known: LineConflict, found: LineConflict): LineConflict {
  const fields = [...known.fields, ...found.fields.filter((field) => !known.fields.includes(field))];
  const base = { ...found.base, ...pick(known.base, known.fields) };
  const theirs =
    found.theirs === null || known.theirs === null
      ? found.theirs
      : {
          ...found.theirs,
          ...pick(
            known.theirs,
            known.fields.filter((field) => !found.fields.includes(field)),
          ),
        };
  return { kind: found.kind, fields, base, mine: found.mine, theirs };
}

function pick(values: PortalValues, fields: readonly PortalField[]): Partial<PortalValues> {
  return Object.fromEntries(fields.map((field) => [field, values[field]]));
}

/**
 * The conflict with the line as it is by now, `here`, for the side that it follows: the portal's of a locked line, mine of
 * any other. Null when the two sides say the same by now, so that nothing is left to decide.
 */
export function asItStands(conflict: LineConflict, here: PortalValues): LineConflict | null {
  const { kind, fields, mine, theirs } = conflict;
  switch (kind) {
    case 'gone':
      return { ...conflict, mine: here };
    case 'locked': {
      const atOdds = mine === null ? fields : fields.filter((field) => mine[field] !== here[field]);
      return atOdds.length === 0 ? null : { ...conflict, fields: atOdds, theirs: here };
    }
    case 'changed': {
      const atOdds = fields.filter((field) => theirs?.[field] !== here[field]);
      return atOdds.length === 0 ? null : { ...conflict, fields: atOdds, mine: here };
    }
  }
}

/** What a person can say to a conflict as it stands, what it proposes first. */
export function choicesOf(conflict: LineConflict): readonly LineConflictChoice[] {
  switch (conflict.kind) {
    case 'gone':
      return ['send-again', 'delete', 'leave'];
    case 'locked':
      return missingSecondsOf(conflict) === null ? ['leave'] : ['record-difference', 'leave'];
    case 'changed':
      return ['use-portals', 'leave'];
  }
}
