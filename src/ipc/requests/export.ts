import { z } from 'zod';
import { done, nothing, request } from './request';

/** How far an export has come, in rows, pictures and downloaded files. */
export const exportProgressSchema = z.object({ done: z.int().min(0), total: z.int().min(0) });
export type ExportProgressView = z.infer<typeof exportProgressSchema>;

/** Everything that is kept of the portal in use, written into a folder. */
export const exportRequests = {
  /** Asks for the folder first. Answers once all is written; null when a person chose none, or cancelled. */
  'export:everything': request(nothing, z.object({ folder: z.string().nullable() })),
  'export:cancel': request(nothing, done),
} as const;
