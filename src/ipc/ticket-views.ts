import { customerIdSchema, ticketConflictIdSchema, ticketIdSchema } from '@core/ids';
import { ticketFieldSchema } from '@core/ticket/ticket-fields';
import { instantSchema } from '@core/time/instant-schema';
import { z } from 'zod';

const namedSchema = z.object({ remoteId: z.int(), name: z.string() });
const namesSchema = z.array(namedSchema).readonly();

/** What can be chosen for a ticket, as the portal last said. */
export const ticketChoicesSchema = z.object({
  /** In the portal's order. */
  stages: z
    .array(
      namedSchema.extend({
        isFolded: z.boolean(),
        /** Empty: nobody limited it to some projects or teams. */
        groupRemoteIds: z.array(z.int()).readonly(),
      }),
    )
    .readonly(),
  tags: namesSchema,
  groups: namesSchema,
  projects: namesSchema,
  colleagues: namesSchema,
  customers: z.array(z.object({ id: customerIdSchema, name: z.string() })).readonly(),
  /** The project or team most of the tickets kept here are in; null where there are none. */
  usualGroupRemoteId: z.int().nullable(),
  /** The user on the portal; null before the first sync. */
  userRemoteId: z.int().nullable(),
});
export type TicketChoicesView = z.infer<typeof ticketChoicesSchema>;

/** Both sides changed the same field of a ticket; the three versions in words, of a description in HTML. */
export const conflictViewSchema = z.object({
  id: ticketConflictIdSchema,
  ticketId: ticketIdSchema,
  ticketNumber: z.string(),
  ticketTitle: z.string(),
  field: ticketFieldSchema,
  rule: z.enum(['portal-wins', 'person-chooses']),
  base: z.string(),
  mine: z.string(),
  theirs: z.string(),
  foundAt: instantSchema,
});
export type ConflictView = z.infer<typeof conflictViewSchema>;
