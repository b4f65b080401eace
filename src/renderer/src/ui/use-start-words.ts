import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { clockQuery, timersQuery } from '../api/queries';
import { planEarlierStart } from './earlier-start';
import { useFormat } from './use-format';

/** Where a timer begins that is to have begun earlier, in words, and up to when work is recorded already. */
export function useStartWords() {
  const { t } = useTranslation('timer');
  const format = useFormat();
  const now = useQuery(clockQuery).data?.now;
  const recordedUntil = useQuery(timersQuery).data?.recordedUntil ?? null;

  return {
    /** "from 09:12", or from where it can begin at the earliest. */
    from: (minutes: number): string => {
      if (now === undefined) return '';
      const { startsAt, isBounded } = planEarlierStart(minutes, now, recordedUntil);
      return t(isBounded ? 'earlier.fromBounded' : 'earlier.from', { from: format.time(startsAt) });
    },
    /** What keeps a timer from beginning as early as one likes; null: nothing. */
    bound: recordedUntil === null ? null : t('earlier.recordedUntil', { until: format.dayTime(recordedUntil) }),
  };
}
