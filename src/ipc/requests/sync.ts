import { lineConflictIdSchema, operationIdSchema } from '@core/ids';
import { lineConflictChoiceSchema } from '@core/timesheet/line-conflict';
import { z } from 'zod';
import { syncViewSchema } from '../sync-views';
import { done, nothing, request } from './request';

/** The sync, as a person steers it. */
export const syncRequests = {
  'sync:read': request(nothing, syncViewSchema),
  'sync:now': request(nothing, done),
  /** Ends the sync that is under way; the next one goes on from there. */
  /** The person says which of the portal's keys is in use. */
  'sync:choose-key': request(z.object({ remoteId: z.int().positive() }), done),
  'sync:cancel': request(nothing, done),
  'sync:set-offline': request(z.object({ isOffline: z.boolean() }), done),
  'sync:retry': request(z.object({ operationId: operationIdSchema }), done),
  /** A parked operation is not to be tried any more, nor what depends on it; everything stays here. */
  'sync:give-up': request(z.object({ operationId: operationIdSchema }), done),
  'sync:take-up': request(z.object({ operationId: operationIdSchema }), done),
  /** Saves an operation with what it is about as a file. `isSaved` is false where the person closed the dialog. */
  'sync:export': request(z.object({ operationId: operationIdSchema }), z.object({ isSaved: z.boolean() })),
  /** Says what becomes of a line about which the two sides are at odds; null takes that back. */
  'conflict:decide-line': request(
    z.object({ conflictId: lineConflictIdSchema, choice: lineConflictChoiceSchema.nullable() }),
    done,
  ),
  /** What helps somebody else to see what is wrong, without a word of any customer. */
  'sync:diagnose': request(nothing, z.object({ text: z.string() })),
} as const;
