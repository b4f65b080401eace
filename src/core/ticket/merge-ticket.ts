import { isSameField, TICKET_FIELDS, type TicketField, type TicketFields } from './ticket-fields';

/** Both sides changed the same field of a ticket in different ways. */
export interface TicketConflict {
  readonly field: TicketField;
  readonly base: TicketFields;
  readonly mine: TicketFields;
  readonly theirs: TicketFields;
}

/** Who decides about a conflict. Source: SYNC, "Conflicts". */
export type ConflictRule =
  /** The portal's stands; mine can be applied again. */
  | 'portal-wins'
  /** Both are kept until a person has chosen. */
  | 'person-chooses';

/** Words are chosen by a person; everything else the portal decides. Source: SYNC, "Conflicts". */
export function conflictRuleOf(field: TicketField): ConflictRule {
  return field === 'title' || field === 'descriptionHtml' ? 'person-chooses' : 'portal-wins';
}

export interface TicketMerge {
  /** What the ticket here is to say. In a field that both changed it says what the portal does. */
  readonly merged: TicketFields;
  /** Fields in which the portal is to follow. */
  readonly toWrite: readonly TicketField[];
  readonly conflicts: readonly TicketConflict[];
}

/** `onto` with one field of `from`. */
export function withField(onto: TicketFields, field: TicketField, from: TicketFields): TicketFields {
  switch (field) {
    case 'title':
      return { ...onto, title: from.title };
    case 'descriptionHtml':
      return { ...onto, descriptionHtml: from.descriptionHtml };
    case 'stage':
      return { ...onto, stage: from.stage };
    case 'priority':
      return { ...onto, priority: from.priority };
    case 'assigneeRemoteIds':
      return { ...onto, assigneeRemoteIds: from.assigneeRemoteIds };
    case 'tagRemoteIds':
      return { ...onto, tagRemoteIds: from.tagRemoteIds };
  }
}

/**
 * Merges a ticket with what the portal holds, field by field: what was changed here and not there is to be written, what
 * was changed there is taken over, and what both changed differently is a conflict, in which the portal's stands for now.
 *
 * `base` is what the portal was last known to hold. `sent` are values whose sending may have had its effect though no
 * answer came: found on the portal, they are no change by somebody else.
 */
export function mergeTicket({
  base,
  sent,
  here,
  there,
}: {
  base: TicketFields;
  sent: readonly TicketFields[];
  here: TicketFields;
  there: TicketFields;
}): TicketMerge {
  let merged = there;
  const toWrite: TicketField[] = [];
  const conflicts: TicketConflict[] = [];
  for (const field of TICKET_FIELDS) {
    const isChangedHere = !isSameField(field, here, base);
    if (!isChangedHere || isSameField(field, here, there)) continue;
    const isChangedThere = ![base, ...sent].some((known) => isSameField(field, known, there));
    if (isChangedThere) {
      conflicts.push({ field, base, mine: here, theirs: there });
      continue;
    }
    merged = withField(merged, field, here);
    toWrite.push(field);
  }
  return { merged, toWrite, conflicts };
}

/**
 * What the portal is known to hold of a ticket that was found there after its creation got no answer: what one of the
 * attempts (`sent`, oldest first) sent came through; what is none of them was changed there since, and is left to the next
 * merge.
 */
export function recogniseCreatedTicket(sent: readonly TicketFields[], there: TicketFields): TicketFields {
  const last = sent.at(-1) ?? there;
  return TICKET_FIELDS.filter((field) => sent.some((values) => isSameField(field, values, there))).reduce(
    (known, field) => withField(known, field, there),
    last,
  );
}
