import { z } from 'zod';
import { messageIdSchema, screenshotIdSchema, timesheetLineIdSchema } from '../ids';

/** What waits in the outbox. Each operation creates one record on the portal, exactly once. */
export const outboxOperationSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('create-timesheet-line'), lineId: timesheetLineIdSchema }),
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
