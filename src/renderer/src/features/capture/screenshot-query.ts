import type { ScreenshotId } from '@core/ids';
import { queryOptions, skipToken } from '@tanstack/react-query';
import { call } from '../../api/client';

/** The cache key of one screen dump. */
export const screenshotKey = (screenshotId: string) => ['screenshot', screenshotId] as const;

/** One screen dump: a draft, or what became of it. Nothing is read for none (null). */
export function screenshotQuery(screenshotId: ScreenshotId | null) {
  return queryOptions({
    queryKey: screenshotKey(screenshotId ?? ''),
    queryFn: screenshotId === null ? skipToken : () => call('screenshot:read', { screenshotId }),
  });
}
