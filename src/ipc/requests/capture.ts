import { addressReadingSchema } from '@core/capture/address-reading';
import { PRIVATE_KINDS } from '@core/capture/private-texts';
import { screenshotIdSchema, ticketIdSchema } from '@core/ids';
import { z } from 'zod';
import { captureSourceViewSchema, screenshotViewSchema } from '../screenshot-views';
import { done, nothing, request } from './request';

/** Taking pictures. */
export const captureRequests = {
  'capture:sources': request(nothing, z.object({ sources: z.array(captureSourceViewSchema) })),
  /** Takes a picture and keeps it as a draft. `region` lets the person draw the region on the frozen screen. */
  'capture:take': request(
    z.object({
      ticketId: ticketIdSchema.nullable(),
      target: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('screen'), sourceId: z.string().nullable() }),
        z.object({ kind: z.literal('window'), sourceId: z.string() }),
        z.object({ kind: z.literal('region') }),
        /** The region that was drawn last, as the screen shows it now. */
        z.object({ kind: z.literal('last-region') }),
      ]),
      /** Time to open a menu first; whole seconds. */
      delaySeconds: z.union([z.literal(0), z.literal(3), z.literal(5), z.literal(10)]).default(0),
    }),
    screenshotViewSchema,
  ),
  /** Gives up waiting for the moment of a picture that is to be taken later. */
  'capture:stop-waiting': request(nothing, done),
  /** Whether a region was drawn on a display that is still there. */
  'capture:read-last-region': request(
    nothing,
    z.object({ size: z.object({ width: z.int(), height: z.int() }).nullable() }),
  ),
  /** The region window's answer, in pixels of its picture. */
  'capture:pick-region': request(
    z.object({
      displayId: z.string(),
      region: z
        .object({ x: z.int().min(0), y: z.int().min(0), width: z.int().min(1), height: z.int().min(1) })
        .nullable(),
    }),
    done,
  ),
  /** What the region window of a display shows: its frozen screen, as soon as there is one. */
  'capture:read-region': request(
    z.object({ displayId: z.string() }),
    z.object({ pictureUrl: z.string(), width: z.int(), height: z.int() }),
  ),
  /** The region window of a display has painted its picture: a person may see it now. */
  'capture:region-painted': request(z.object({ displayId: z.string() }), done),
  /** The address in the browser's bar of a screen dump, read from its picture alone; null where none is in it. */
  'capture:read-address': request(
    z.object({ screenshotId: screenshotIdSchema }),
    z.object({ reading: addressReadingSchema.nullable() }),
  ),
  /** What in the picture of a screen dump is proposed to be redacted: boxes in its pixels, and never the text itself. */
  'capture:find-private-texts': request(
    z.object({ screenshotId: screenshotIdSchema }),
    z.object({
      found: z.array(
        z.object({
          kind: z.enum(PRIVATE_KINDS),
          box: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
        }),
      ),
    }),
  ),
  /** Gives up looking for private texts. */
  'capture:stop-finding-private-texts': request(nothing, done),
} as const;
