import { UNSENT_KINDS } from '@core/sync/unsent-work';
import type { KnownPortalView } from '@ipc/requests/portals';
import { useTranslation } from 'react-i18next';
import { formatSpent } from '../format';

type UnsentWork = NonNullable<KnownPortalView['unsent']>;

/** What is not on the portal, kind by kind; empty when everything is. */
export function useUnsentWords(): (work: UnsentWork) => string[] {
  const { t } = useTranslation('portals');
  return (work) => {
    const { count, workedSeconds } = work.lines;
    return [
      ...(work.runningOn === null ? [] : [t('unsent.runningOn', { number: work.runningOn })]),
      ...(count === 0 ? [] : [t('unsent.lines', { count, time: formatSpent(workedSeconds) })]),
      ...UNSENT_KINDS.filter((kind) => work[kind] > 0).map((kind) => t(`unsent.${kind}`, { count: work[kind] })),
    ];
  };
}
