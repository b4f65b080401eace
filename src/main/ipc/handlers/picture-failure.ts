import type { ReplyCode } from '@ipc/reply';
import type { PictureFailure } from '../../platform/picture-store';

/** What the window is told when a picture could not be kept, or what it belongs to is gone. */
export function codeOfPictureFailure(kind: PictureFailure['kind'] | 'not-found'): ReplyCode {
  return kind === 'folder-not-writable' ? 'database-failed' : kind;
}
