import type { ReplyCode } from '@ipc/reply';
import { listBackups } from '../../db/backups';
import { type RestoreFailure, readContents } from '../../db/restore';
import { done, type Handlers, refuse } from '../handle';
import type { AppParts } from '../parts';
import { withSession } from './with-session';

const codes: Record<RestoreFailure['kind'], ReplyCode> = {
  'disk-full': 'disk-full',
  damaged: 'backup-damaged',
  'not-writable': 'backup-failed',
  'not-found': 'not-found',
};

/** Verified backups of the portal in use, and the way back to one. */
export function createBackupHandlers(
  parts: AppParts,
): Pick<Handlers, 'backups:read' | 'backups:make' | 'backups:restore'> {
  return {
    'backups:read': withSession(parts, async ({ file, backups }) =>
      done({
        backups: listBackups(file).map((backup) => ({ ...backup, contents: readContents(file, backup.name) })),
        problem: backups.lastFailure()?.kind ?? null,
      }),
    ),
    'backups:make': withSession(parts, async ({ backups }) => {
      const made = await backups.make();
      return made.ok ? done({}) : refuse(codes[made.failure.kind]);
    }),
    'backups:restore': withSession(parts, async (_session, { name }) => {
      const restored = await parts.restore(name);
      if (restored.ok) return done({});
      const { failure } = restored;
      return 'code' in failure ? refuse(failure.code, failure.message) : refuse(codes[failure.kind]);
    }),
  };
}
