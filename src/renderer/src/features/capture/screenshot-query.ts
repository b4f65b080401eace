import type { ScreenshotId } from '@core/ids';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../api/client';

/** The cache key of one screen dump. */
export const screenshotKey = (screenshotId: string) => ['screenshot', screenshotId] as const;

/** One screen dump: a draft, or what became of it. */
export function screenshotQuery(screenshotId: ScreenshotId) {
  return queryOptions({
    queryKey: screenshotKey(screenshotId),
    queryFn: () => call('screenshot:read', { screenshotId }),
  });
}
