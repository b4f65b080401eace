import { operationIdSchema, ticketIdSchema } from '@core/ids';
import { apiKeySchema, KEY_WARNING_DAYS } from '@core/sync/key-expiry';
import { operationStateSchema } from '@core/sync/operation';
import { SYNC_OUTCOMES } from '@core/sync/sync-run';
import { ticketFieldSchema } from '@core/ticket/ticket-fields';
import { instantSchema } from '@core/time/instant-schema';
import { z } from 'zod';
import { lineConflictViewSchema } from './line-conflict-views';
import { conflictViewSchema } from './ticket-views';

/** Something that waits to be sent, or that waits for a person. */
export const outboxEntryViewSchema = z.object({
  id: operationIdSchema,
  kind: z.enum([
    'create-timesheet-line',
    'update-timesheet-line',
    'delete-timesheet-line',
    'create-ticket',
    'update-ticket',
    'upload-screenshot',
    'post-message',
  ]),
  state: operationStateSchema,
  ticketId: ticketIdSchema.nullable(),
  ticketNumber: z.string().nullable(),
  ticketTitle: z.string().nullable(),
  /** Minutes of a line, empty otherwise. */
  workedSeconds: z.int().nullable(),
  /** What of a ticket is to be changed. */
  changedFields: z.array(ticketFieldSchema),
  createdAt: instantSchema,
  attempts: z.int(),
  nextAttemptAt: instantSchema,
  problem: z.string().nullable(),
  /** A person decided that it is not to be tried any more. */
  givenUpAt: instantSchema.nullable(),
  /** Another one has to be done before. */
  waitsForAnother: z.boolean(),
});
export type OutboxEntryView = z.infer<typeof outboxEntryViewSchema>;

const apiKeyViewSchema = z.discriminatedUnion('kind', [
  /** The portal does not tell of keys. */
  z.object({ kind: z.literal('unknown') }),
  /** It tells of several, and nobody has said which one is in use. */
  z.object({ kind: z.literal('several'), keys: z.array(apiKeySchema) }),
  z.object({
    kind: z.literal('known'),
    name: z.string(),
    /** Null: it never expires. */
    expiry: z
      .object({
        at: instantSchema,
        /** The latest warning whose moment has come; 0: it has expired. */
        warningDays: z.literal(KEY_WARNING_DAYS).nullable(),
        daysLeft: z.int(),
      })
      .nullable(),
  }),
]);

const syncProgressSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sending'), done: z.int(), total: z.int() }),
  z.object({ kind: z.literal('uploading'), done: z.int(), total: z.int() }),
  z.object({ kind: z.literal('bringing'), what: z.enum(['ticket', 'timesheet-line', 'message']), count: z.int() }),
]);

export const syncViewSchema = z.object({
  portal: z.object({
    /** `lists`: none; tickets come from lists that are imported. */
    kind: z.enum(['practice', 'odoo', 'lists']),
    name: z.string(),
    address: z.string(),
    userName: z.string(),
    serverVersion: z.string(),
  }),
  connection: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('online') }),
    z.object({ kind: z.literal('syncing'), progress: syncProgressSchema.nullable() }),
    /** Chosen in the status bar. */
    z.object({ kind: z.literal('switched-offline'), since: instantSchema }),
    /** The portal does not answer. */
    z.object({ kind: z.literal('unreachable'), since: instantSchema, message: z.string() }),
    z.object({ kind: z.literal('not-a-portal'), since: instantSchema, message: z.string() }),
    z.object({ kind: z.literal('key-refused'), since: instantSchema, message: z.string() }),
    z.object({ kind: z.literal('key-missing') }),
    /** There is none: nothing is ever sent. */
    z.object({ kind: z.literal('without-portal') }),
  ]),
  lastSuccessAt: instantSchema.nullable(),
  /** The key in use, as far as it is known which one that is. */
  apiKey: apiKeyViewSchema,
  /** Waiting and parked operations, oldest first. */
  entries: z.array(outboxEntryViewSchema),
  /** What both sides changed, as long as nobody has looked at it; the newest first. */
  conflicts: z.array(conflictViewSchema),
  /** Lines of mine about which the two sides are at odds; the newest first. */
  lineConflicts: z.array(lineConflictViewSchema),
  waitingCount: z.int(),
  /** Without those that were given up. */
  parkedCount: z.int(),
  /** My lines that cannot be sent yet because they have no description. */
  needsDescriptionCount: z.int(),
  /** The last syncs that did something or failed, the latest first. */
  runs: z.array(
    z.object({
      id: z.int(),
      startedAt: instantSchema,
      endedAt: instantSchema,
      outcome: z.enum(SYNC_OUTCOMES),
      message: z.string(),
      sent: z.int(),
      parked: z.int(),
      brought: z.int(),
      times: z.int(),
    }),
  ),
});
export type SyncView = z.infer<typeof syncViewSchema>;
