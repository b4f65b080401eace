import { operationIdSchema } from '@core/ids';
import { z } from 'zod';
import { syncViewSchema } from '../views';
import { done, nothing, request } from './request';

/** The sync, as a person steers it. */
export const syncRequests = {
  'sync:read': request(nothing, syncViewSchema),
  'sync:now': request(nothing, done),
  /** Ends the sync that is under way; the next one goes on from there. */
  'sync:cancel': request(nothing, done),
  'sync:set-offline': request(z.object({ isOffline: z.boolean() }), done),
  'sync:retry': request(z.object({ operationId: operationIdSchema }), done),
} as const;
