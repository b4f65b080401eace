import { z } from 'zod';
import { assertNever } from '../assert-never';
import { ticketStateSchema } from './ticket';

/** What a stage of the portal can mean: where the ticket stands, or that it is closed for good. */
export const stageMeaningSchema = z.enum([...ticketStateSchema.options, 'closed']);
export type StageMeaning = z.infer<typeof stageMeaningSchema>;

/** The states of a ticket, in the order in which it usually comes through them. */
export const ticketStatusSchema = z.enum([
  'new',
  'assigned',
  'in-progress',
  'waiting-for-customer',
  'solved',
  'closed',
]);
export type TicketStatus = z.infer<typeof ticketStatusSchema>;

/**
 * The state of a ticket. Waiting, solved and closed are what its stage means. Of a ticket that is to be worked on facts
 * decide: work has begun (the first worked minute or answer), somebody has it, or nobody does.
 */
export function ticketStatusOf({
  meaning,
  isAssigned,
  isWorkBegun,
}: {
  meaning: StageMeaning;
  isAssigned: boolean;
  isWorkBegun: boolean;
}): TicketStatus {
  switch (meaning) {
    case 'waiting-for-customer':
    case 'solved':
    case 'closed':
      return meaning;
    case 'working':
      if (isWorkBegun) return 'in-progress';
      return isAssigned ? 'assigned' : 'new';
    default:
      return assertNever(meaning);
  }
}
