import type { SyncView } from '@ipc/sync-views';
import {
  type Icon,
  IconAlertCircle,
  IconCloudCheck,
  IconCloudOff,
  IconDeviceLaptop,
  IconKeyOff,
  IconPlugConnectedX,
  IconRefresh,
  IconWorldX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format';

type Connection = SyncView['connection'];
type Progress = NonNullable<Extract<Connection, { kind: 'syncing' }>['progress']>;

/** How serious a state of the connection is: nothing to do, working apart, or something a person has to do. */
export type ConnectionTone = 'good' | 'apart' | 'needs-person';

const LOOKS: Record<Connection['kind'], { readonly icon: Icon; readonly tone: ConnectionTone }> = {
  online: { icon: IconCloudCheck, tone: 'good' },
  syncing: { icon: IconRefresh, tone: 'good' },
  'switched-offline': { icon: IconCloudOff, tone: 'apart' },
  unreachable: { icon: IconPlugConnectedX, tone: 'apart' },
  'not-a-portal': { icon: IconWorldX, tone: 'needs-person' },
  'key-refused': { icon: IconKeyOff, tone: 'needs-person' },
  'key-missing': { icon: IconAlertCircle, tone: 'needs-person' },
  'without-portal': { icon: IconDeviceLaptop, tone: 'good' },
};

/** Whether the portal wants another key than the one there is. */
export function needsKey(connection: Connection): boolean {
  return connection.kind === 'key-refused' || connection.kind === 'key-missing';
}

/** The end of the key in use, once it is near enough to be warned of; null before. */
export function nearEndOfKey({ apiKey }: SyncView) {
  const expiry = apiKey.kind === 'known' ? apiKey.expiry : null;
  return expiry === null || expiry.warningDays === null ? null : { ...expiry, warningDays: expiry.warningDays };
}

/** The end of a key in words. */
export function useKeyWords({ warningDays, daysLeft }: NonNullable<ReturnType<typeof nearEndOfKey>>): string {
  const { t } = useTranslation('sync');
  if (warningDays === 0) return t('key.expired');
  return warningDays === 1 ? t('key.leftToday') : t('key.left', { count: daysLeft });
}

/** How many things wait for a person. */
export function countNeedsPerson(sync: SyncView): number {
  return sync.parkedCount + sync.needsDescriptionCount + (needsKey(sync.connection) ? 1 : 0);
}

/** The connection as an icon, a tone and words, and how far a sync has come; empty where none is under way. */
export function useConnectionWords(connection: Connection) {
  const { t } = useTranslation('sync');
  const format = useFormat();
  const toWords = (progress: Progress | null): string => {
    if (progress === null) return '';
    if (progress.kind === 'sending') return t('progress.sending', { done: progress.done, total: progress.total });
    if (progress.kind === 'uploading') {
      return t('progress.uploading', { number: Math.min(progress.done + 1, progress.total), total: progress.total });
    }
    return t(`progress.${progress.what}`, { count: progress.count });
  };
  const words =
    'since' in connection
      ? t(`connection.${connection.kind}`, { since: format.time(connection.since) })
      : t(`connection.${connection.kind}`);
  const progress = connection.kind === 'syncing' ? connection.progress : null;
  return { ...LOOKS[connection.kind], words, advice: t(`advice.${connection.kind}`), progress: toWords(progress) };
}
