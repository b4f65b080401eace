import { z } from 'zod';
import { messageIdSchema, screenshotIdSchema, ticketIdSchema, timesheetLineIdSchema } from '../ids';
import { ticketFieldsSchema } from '../ticket/ticket-fields';
import { portalValuesSchema } from '../timesheet/merge-portal-line';

/** What attempts at an operation have sent, oldest first: each may have had its effect without an answer. */
const sent = z.array(portalValuesSchema).readonly().default([]);

const sentTickets = z.array(ticketFieldsSchema).readonly().default([]);

/** What waits in the outbox. Each operation has one effect on the portal, exactly once. */
export const outboxOperationSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('create-timesheet-line'), lineId: timesheetLineIdSchema, sent }),
  /** Brings the portal's line to what the line is when it is sent. */
  z.object({ kind: z.literal('update-timesheet-line'), lineId: timesheetLineIdSchema, sent }),
  z.object({ kind: z.literal('delete-timesheet-line'), lineId: timesheetLineIdSchema }),
  z.object({ kind: z.literal('create-ticket'), ticketId: ticketIdSchema, sent: sentTickets }),
  /** Brings the portal's ticket to what the ticket is when it is sent. */
  z.object({ kind: z.literal('update-ticket'), ticketId: ticketIdSchema, sent: sentTickets }),
  z.object({ kind: z.literal('upload-screenshot'), screenshotId: screenshotIdSchema }),
  z.object({ kind: z.literal('post-message'), messageId: messageIdSchema }),
]);
export type OutboxOperation = z.infer<typeof outboxOperationSchema>;

/**
 * waiting → in-flight (committed before it is sent, so after a crash it means *ambiguous*) → done, or parked until a
 * person decides.
 */
export const operationStateSchema = z.enum(['waiting', 'in-flight', 'parked', 'done']);
export type OperationState = z.infer<typeof operationStateSchema>;
