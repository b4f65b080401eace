import { z } from 'zod';
import { ticketResolutionSchema } from '../ticket/ticket-fields';
import { instantSchema } from '../time/instant-schema';

/** What a list says of a ticket. */
export const listedTicketSchema = z
  .object({
    /** As `__export__.project_task_42_1f2e3d4c`; null where no list has told it. */
    externalId: z.string().nullable(),
    /** The number of its record in Odoo's database; null where no list has told it. */
    databaseId: z.int().positive().nullable(),
    /** What a helpdesk calls it; null where no list has told it. */
    number: z.string().nullable(),
    /** Null where no list has told it. */
    registeredAt: instantSchema.nullable(),
    title: z.string(),
    /** Empty: none. */
    customer: z.string(),
    contact: z.string(),
    stage: z.string(),
    resolution: ticketResolutionSchema,
    /** Null: no list has told who has it, and it is taken to be of whoever imports. */
    assignees: z.array(z.string()).readonly().nullable(),
    tags: z.array(z.string()).readonly(),
    /** As Odoo writes it: `0` is ordinary. */
    priority: z.string(),
    /** The project or team. */
    group: z.string(),
    descriptionHtml: z.string(),
  })
  .readonly();
export type ListedTicket = z.infer<typeof listedTicketSchema>;

/** What is taken of a ticket where its list says nothing. */
export const UNLISTED: ListedTicket = {
  externalId: null,
  databaseId: null,
  number: null,
  registeredAt: null,
  title: '',
  customer: '',
  contact: '',
  stage: '',
  resolution: 'open',
  assignees: null,
  tags: [],
  priority: '0',
  group: '',
  descriptionHtml: '',
};
