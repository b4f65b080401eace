import { z } from 'zod';

/** Where a file that can be restored comes from: made daily, made before a migration, or set aside at a restore. */
export const backupKindSchema = z.enum(['daily', 'before-migration', 'set-aside']);
export type BackupKind = z.infer<typeof backupKindSchema>;
