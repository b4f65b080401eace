import { z } from 'zod';
import { wordsOfHtml } from '../html-words';

/** Whether the portal counts a ticket as ended, beside its stage. */
export const ticketResolutionSchema = z.enum(['open', 'done', 'canceled']);
export type TicketResolution = z.infer<typeof ticketResolutionSchema>;

/** Ids of the portal's records, in ascending order. */
const remoteIdsSchema = z.array(z.int()).readonly();

/** What of a ticket can be changed on both sides. */
export const ticketFieldsSchema = z
  .object({
    title: z.string(),
    descriptionHtml: z.string(),
    /** One field: moving a ticket to another stage can end it, or take its end back. */
    stage: z.object({ remoteId: z.int().nullable(), resolution: ticketResolutionSchema }).readonly(),
    /** As Odoo writes it: `0` is ordinary. */
    priority: z.string(),
    assigneeRemoteIds: remoteIdsSchema,
    tagRemoteIds: remoteIdsSchema,
  })
  .readonly();
export type TicketFields = z.infer<typeof ticketFieldsSchema>;

export const ticketFieldSchema = z.enum([
  'title',
  'descriptionHtml',
  'stage',
  'priority',
  'assigneeRemoteIds',
  'tagRemoteIds',
]);
export type TicketField = z.infer<typeof ticketFieldSchema>;

export const TICKET_FIELDS: readonly TicketField[] = ticketFieldSchema.options;

/**
 * Whether two tickets say the same in this field. Of a description the words count, not the tags around them: Odoo writes
 * the tags of what it is given its own way.
 */
export function isSameField(field: TicketField, some: TicketFields, other: TicketFields): boolean {
  switch (field) {
    case 'title':
    case 'priority':
      return some[field] === other[field];
    case 'descriptionHtml':
      return wordsOfHtml(some.descriptionHtml) === wordsOfHtml(other.descriptionHtml);
    case 'stage':
      return some.stage.remoteId === other.stage.remoteId && some.stage.resolution === other.stage.resolution;
    case 'assigneeRemoteIds':
    case 'tagRemoteIds':
      return some[field].join() === other[field].join();
  }
}

/** The fields in which two tickets say something else. */
export function differingFields(some: TicketFields, other: TicketFields): TicketField[] {
  return TICKET_FIELDS.filter((field) => !isSameField(field, some, other));
}
