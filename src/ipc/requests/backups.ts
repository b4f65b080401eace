import { backupKindSchema } from '@core/backup-kind';
import { instantSchema } from '@core/time/instant-schema';
import { z } from 'zod';
import { done, nothing, request } from './request';

/** A file that can take the place of the one in use. */
const backupViewSchema = z.object({
  name: z.string(),
  kind: backupKindSchema,
  madeAt: instantSchema,
  sizeBytes: z.int().min(0),
  /** Null when the file cannot be read. */
  contents: z.object({ lines: z.int().min(0), unsent: z.int().min(0) }).nullable(),
});
export type BackupView = z.infer<typeof backupViewSchema>;

const backupsViewSchema = z.object({
  /** Newest first. */
  backups: z.array(backupViewSchema),
  /** Why the last attempt made none. */
  problem: z.enum(['disk-full', 'damaged', 'not-writable']).nullable(),
});
export type BackupsView = z.infer<typeof backupsViewSchema>;

/** Verified backups of the portal in use, and the way back to one. */
export const backupRequests = {
  'backups:read': request(nothing, backupsViewSchema),
  'backups:make': request(nothing, done),
  /** The present file is set aside and kept; the portal is opened anew with the restored one. */
  'backups:restore': request(z.object({ name: z.string().max(200) }), done),
} as const;
