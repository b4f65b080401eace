import type { AddressCandidate } from '@core/capture/choose-address';
import type { TFunction } from 'i18next';
import { formatMinutes } from '../../ui/format';

const SECONDS_PER_MINUTE = 60;

/** A short age: `12 s`, `3 min`. Rounded down. */
export function formatAge(seconds: number): string {
  return seconds < SECONDS_PER_MINUTE ? `${seconds}\u00a0s` : formatMinutes(Math.floor(seconds / SECONDS_PER_MINUTE));
}

/** From where an address comes, in words: `from the browser · 12 s ago`. */
export function sourceText(
  t: TFunction<'capture'>,
  { source, ageSeconds, confidencePercent, isPartial }: AddressCandidate,
): string {
  if (source === 'picture') {
    if (isPartial) return t('source.picturePartial');
    return confidencePercent === null ? t('source.picture') : t('source.pictureSure', { percent: confidencePercent });
  }
  if (ageSeconds !== null) return t(`source.${source}Age`, { age: formatAge(ageSeconds) });
  return source === 'clipboard' ? t('source.clipboardUnknown') : t('source.companion');
}
