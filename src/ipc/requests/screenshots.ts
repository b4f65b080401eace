import { addressSourceSchema } from '@core/capture/address-source';
import { EXPORT_FORMATS } from '@core/capture/export-file';
import { drawingSchema } from '@core/capture/shapes';
import { screenshotIdSchema, ticketIdSchema } from '@core/ids';
import { instantSchema } from '@core/time/instant-schema';
import { z } from 'zod';
import { screenshotViewSchema } from '../screenshot-views';
import { done, nothing, request } from './request';

const words = {
  address: z.string().trim().max(2000),
  addressSource: addressSourceSchema.nullable(),
  title: z.string().trim().max(500),
};

const message = z.object({ text: z.string().trim().max(20_000), isInternalNote: z.boolean() });

/** Screen dumps once they are taken. */
export const screenshotRequests = {
  'screenshot:read': request(z.object({ screenshotId: screenshotIdSchema }), screenshotViewSchema),
  /** Keeps what was drawn and written on a draft so far. Nothing is sent. A stored drawing stays as it is for null. */
  'screenshot:keep-draft': request(
    z.object({
      screenshotId: screenshotIdSchema,
      ticketId: ticketIdSchema.nullable(),
      ...words,
      drawing: drawingSchema.nullable(),
      message,
    }),
    done,
  ),
  /** Files the picture on a ticket and puts it, with its message, into the outbox. `flattenedPng` is what is sent. */
  'screenshot:save': request(
    z.object({
      screenshotId: screenshotIdSchema,
      ticketId: ticketIdSchema,
      ...words,
      drawing: drawingSchema,
      flattenedPng: z.instanceof(Uint8Array),
      message,
    }),
    done,
  ),
  /**
   * Writes a flattened picture to a file that the person chooses. `bytes` are in the format, and a JPEG for a PDF.
   * `isSaved` is false where the person chose no file.
   */
  'screenshot:export': request(
    z.object({
      format: z.enum(EXPORT_FORMATS),
      bytes: z.instanceof(Uint8Array),
      title: words.title,
      address: words.address,
      ticketNumber: z.string().max(100).nullable(),
      takenAt: instantSchema,
    }),
    z.object({ isSaved: z.boolean() }),
  ),
  /** Destroys the untouched picture of a saved one for good. */
  'screenshot:shred': request(z.object({ screenshotId: screenshotIdSchema }), done),
  /** Throws a draft away. It can be taken back until the app ends. */
  'screenshot:discard': request(z.object({ screenshotId: screenshotIdSchema }), done),
  'screenshot:take-back': request(z.object({ screenshotId: screenshotIdSchema }), done),
  /** Keeps a picture that comes from outside, as a draft. The window has decoded it and made a PNG of it. */
  'screenshot:import': request(
    z.object({
      ticketId: ticketIdSchema.nullable(),
      png: z.instanceof(Uint8Array),
      title: z.string().trim().max(500),
    }),
    screenshotViewSchema,
  ),
  /** The drafts that are on no ticket, the latest first. */
  'screenshot:list-unfiled': request(nothing, z.object({ screenshots: z.array(screenshotViewSchema) })),
  /** Puts a draft on a ticket, or back to those without one (null). Nothing is sent. */
  'screenshot:file': request(z.object({ screenshotId: screenshotIdSchema, ticketId: ticketIdSchema.nullable() }), done),
} as const;
