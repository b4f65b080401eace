import { testCopyCancellationSchema } from '@core/billing/test-copies';
import { customerIdSchema, testCopyIdSchema, ticketIdSchema } from '@core/ids';
import { z } from 'zod';
import { request } from './request';

const testCopySchema = z.object({
  id: testCopyIdSchema,
  customerId: customerIdSchema,
  ticketId: ticketIdSchema.nullable(),
  date: z.iso.date(),
  cancelled: testCopyCancellationSchema.nullable(),
});

/** Test copies that were made or planned for customers. */
export const testCopyRequests = {
  /** `id` null: a new one; that of a deleted one brings it back. Answers what was there before; null: nothing. */
  'test-copies:write': request(
    testCopySchema.extend({ id: testCopyIdSchema.nullable() }),
    z.object({ testCopyId: testCopyIdSchema, before: testCopySchema.nullable() }),
  ),
  /** Answers what it was: written again, it is there again. */
  'test-copies:delete': request(z.object({ testCopyId: testCopyIdSchema }), z.object({ before: testCopySchema })),
} as const;
