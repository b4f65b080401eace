import { ticketIdSchema } from '@core/ids';
import { instantSchema } from '@core/time/instant-schema';
import { z } from 'zod';
import { done, request } from './request';

const attachmentViewSchema = z.object({
  /** The portal's own id. */
  remoteId: z.int(),
  /** As whoever sent it named it. */
  fileName: z.string(),
  sizeBytes: z.int().min(0),
  createdAt: instantSchema,
  uploaderName: z.string(),
  /** Whether its content is on this computer. */
  isHere: z.boolean(),
  /** Whether it is no longer on the portal; then it is here. */
  isGone: z.boolean(),
  /** Whether it claims to be a picture that can be shown. */
  isPicture: z.boolean(),
});
export type AttachmentView = z.infer<typeof attachmentViewSchema>;

const attachmentListSchema = z.object({
  /** When the portal was asked; null: never. */
  readAt: instantSchema.nullable(),
  /** The newest first. */
  attachments: z.array(attachmentViewSchema),
});
export type AttachmentListView = z.infer<typeof attachmentListSchema>;

const file = z.object({ remoteId: z.int() });

/** The files on a ticket. Nothing is downloaded before somebody asks for it. */
export const attachmentRequests = {
  /** The list as it was last read. Asks no portal. */
  'attachment:list': request(z.object({ ticketId: ticketIdSchema }), attachmentListSchema),
  /** Reads the list from the portal. */
  'attachment:refresh': request(z.object({ ticketId: ticketIdSchema }), attachmentListSchema),
  /** Downloads a file, asks where to, and writes it. `isSaved` is false where a person cancelled either. */
  'attachment:save': request(file, z.object({ isSaved: z.boolean() })),
  /** The bytes of a picture, of the type that they are; null where a person cancelled. */
  'attachment:open': request(
    file,
    z.object({ type: z.enum(['png', 'jpeg', 'webp']), bytes: z.instanceof(Uint8Array) }).nullable(),
  ),
  /** Breaks off the download of a file. */
  'attachment:cancel': request(file, done),
} as const;

/** How many bytes of a file have come. */
export const attachmentProgressSchema = z.object({
  remoteId: z.int(),
  receivedBytes: z.int().min(0),
  totalBytes: z.int().min(0),
});
