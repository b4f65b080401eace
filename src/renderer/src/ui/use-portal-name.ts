import type { SyncView } from '@ipc/views';
import { useTranslation } from 'react-i18next';

/** What the portal in use is called: the practice portal by that name, any other by its host. */
export function usePortalName(portal: Pick<SyncView['portal'], 'kind' | 'name'>): string {
  const { t } = useTranslation('common');
  return portal.kind === 'practice' ? t('practicePortal') : portal.name;
}
