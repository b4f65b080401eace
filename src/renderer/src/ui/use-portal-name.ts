import { assertNever } from '@core/assert-never';
import type { SyncView } from '@ipc/sync-views';
import { useTranslation } from 'react-i18next';

/** What the portal in use is called: the practice portal by that name, any other by its host; that there is none. */
export function usePortalName(portal: Pick<SyncView['portal'], 'kind' | 'name'>): string {
  const { t } = useTranslation('common');
  switch (portal.kind) {
    case 'practice':
      return t('practicePortal');
    case 'odoo':
      return portal.name;
    case 'lists':
      return t('noPortal');
    default:
      return assertNever(portal.kind);
  }
}
