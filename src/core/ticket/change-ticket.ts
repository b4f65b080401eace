import { z } from 'zod';
import { type TicketFields, ticketFieldsSchema, ticketResolutionSchema } from './ticket-fields';

const fields = ticketFieldsSchema.unwrap().shape;
/** Odoo's own limit is the database's; longer than this nobody reads. */
const LONGEST_TITLE = 500;

/** What a person wants to be different about a ticket. */
export const ticketChangeSchema = z
  .object({
    title: z.string().trim().min(1).max(LONGEST_TITLE),
    descriptionHtml: fields.descriptionHtml,
    /** Without a resolution the ticket is taken back to work where the new stage is none that ends it. */
    stage: z.object({ remoteId: z.int().nullable(), resolution: ticketResolutionSchema.optional() }),
    priority: z.string().regex(/^[0-3]$/),
    assigneeRemoteIds: fields.assigneeRemoteIds,
    tagRemoteIds: fields.tagRemoteIds,
  })
  .partial();
export type TicketChange = z.infer<typeof ticketChangeSchema>;

const ascending = (ids: readonly number[]) => [...new Set(ids)].toSorted((a, b) => a - b);

/**
 * The fields of a ticket with a change applied. `endsTicket` tells of a stage whether tickets in it count as ended: moved
 * to another one, a ticket that had ended is taken back to work.
 */
export function applyTicketChange(
  before: TicketFields,
  change: TicketChange,
  endsTicket: (stageRemoteId: number | null) => boolean,
): TicketFields {
  const { stage } = change;
  const reopened = stage && !endsTicket(stage.remoteId) ? 'open' : before.stage.resolution;
  return {
    title: change.title ?? before.title,
    descriptionHtml: change.descriptionHtml ?? before.descriptionHtml,
    stage: stage ? { remoteId: stage.remoteId, resolution: stage.resolution ?? reopened } : before.stage,
    priority: change.priority ?? before.priority,
    assigneeRemoteIds: ascending(change.assigneeRemoteIds ?? before.assigneeRemoteIds),
    tagRemoteIds: ascending(change.tagRemoteIds ?? before.tagRemoteIds),
  };
}
