import type { RequestOutput } from '@ipc/contract';
import { RequestFailed } from '../../api/client';

/** Why a picture of a message is not shown. */
export type PictureProblem =
  | Extract<RequestOutput<'message:fetch-picture'>, { kind: 'refused' }>['why']
  | 'working-offline'
  | 'gone'
  | 'portal-silent'
  | 'unknown';

/** What a failed request says of a picture. */
export function problemOf(error: unknown): PictureProblem {
  if (!(error instanceof RequestFailed)) return 'unknown';
  switch (error.code) {
    case 'working-offline':
      return 'working-offline';
    case 'attachment-gone':
    case 'not-on-portal':
      return 'gone';
    case 'attachment-too-large':
      return 'too-large';
    case 'picture-invalid':
      return 'no-picture';
    case 'portal-unreachable':
    case 'not-a-portal':
    case 'key-refused':
    case 'portal-refused':
      return 'portal-silent';
    default:
      return 'unknown';
  }
}
