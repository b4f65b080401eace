import { ticketProfileKindSchema } from '@core/ticket/ticket-mapping';
import { z } from 'zod';
import { keyKeepingSchema } from '../app-views';
import { nothing, request } from './request';

const count = z.int().min(0);

/** What is kept here of a portal and is not on it. */
export const unsentWorkViewSchema = z.object({
  lines: z.object({ count, workedSeconds: count }),
  lineChanges: count,
  messages: count,
  pictures: count,
  newTickets: count,
  ticketChanges: count,
  pictureDrafts: count,
  stepDrafts: count,
  pausedTimers: count,
  unansweredTimers: count,
  parked: count,
  givenUp: count,
  /** The ticket a timer runs on. */
  runningOn: z.string().nullable(),
});

/** A portal that is known on this computer. */
export const knownPortalViewSchema = z.object({
  id: z.string(),
  kind: z.enum(['practice', 'odoo', 'lists']),
  /** Its host; empty for the practice portal. */
  name: z.string(),
  address: z.string(),
  database: z.string(),
  userName: z.string(),
  ticketProfile: ticketProfileKindSchema,
  /** It is the one in use. */
  isOpen: z.boolean(),
  /** Whether its key is kept; without one it opens all the same, and does not sync. */
  hasKey: z.boolean(),
  /** Null: it cannot be read before the portal is opened. */
  unsent: unsentWorkViewSchema.nullable(),
  /** Why what is kept of it may not be removed yet; null: it may. */
  removalObstacle: z.enum(['unreadable', 'timer-runs', 'unsent']).nullable(),
});
export type KnownPortalView = z.infer<typeof knownPortalViewSchema>;

const portalId = z.object({ portalId: z.string().max(80) });
/** What was paused because its file was closed. */
const paused = z.object({ pausedTicketNumber: z.string().nullable() });

/** The portals that are known on this computer. */
export const portalsRequests = {
  'portals:list': request(nothing, z.object({ portals: z.array(knownPortalViewSchema) })),
  /** Takes a known portal into use, with the key that is kept or with this one. What was in use is closed, and kept. */
  'portals:open': request(
    portalId.extend({
      key: z.object({ apiKey: z.string().trim().min(1).max(500), keepKey: keyKeepingSchema }).nullable(),
    }),
    paused,
  ),
  /** Back to the first page; everything that was recorded is kept. */
  'portals:close': request(nothing, paused),
  /** Writes everything that is kept of one of them into a folder, as `export:everything` does of the one in use. */
  'portals:export': request(portalId, z.object({ folder: z.string().nullable() })),
  /**
   * Removes everything that is kept of it. Refused as long as something is neither on the portal nor in an export that was
   * made since the app started.
   */
  'portals:remove': request(portalId, z.object({ isDeletedLater: z.boolean() })),
} as const;
