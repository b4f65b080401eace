import { type AddressCandidate, candidateOfReading, chooseAddress } from '@core/capture/choose-address';
import type { ScreenshotId } from '@core/ids';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call } from '../../api/client';
import { useEvent } from '../../api/use-event';
import { screenshotKey } from './screenshot-query';

/** The clipboard changes without a word, and so does the age of what is in it. */
const ASK_EVERY_MS = 5_000;

/** The addresses a screen dump could have, as they are known now, and the one that may be filled in by itself. */
export function useAddressChoice(screenshotId: ScreenshotId) {
  const { data, refetch } = useQuery({
    queryKey: [...screenshotKey(screenshotId), 'addresses'],
    queryFn: () => call('addresses:list', { screenshotId }),
    staleTime: 0,
    refetchInterval: ASK_EVERY_MS,
    refetchOnWindowFocus: 'always',
  });
  // A picture never changes: it is read once, which takes a second or so, and everything else is there meanwhile.
  const { data: read } = useQuery({
    queryKey: [...screenshotKey(screenshotId), 'reading'],
    queryFn: () => call('capture:read-address', { screenshotId }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    meta: { showsFailure: true },
  });
  useEvent('hand-over:changed', () => void refetch());
  return useMemo(() => {
    const candidates: AddressCandidate[] = (data?.candidates ?? []).map((candidate) => ({
      ...candidate,
      confidencePercent: null,
      isPartial: false,
    }));
    if (read?.reading != null) candidates.push(candidateOfReading(read.reading));
    return { candidates, ...chooseAddress(candidates) };
  }, [data, read]);
}
