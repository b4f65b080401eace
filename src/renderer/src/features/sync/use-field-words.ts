import type { LineConflictView } from '@ipc/line-conflict-views';
import { useTranslation } from 'react-i18next';
import { formatMinutes } from '../../ui/format';
import { useFormat } from '../../ui/use-format';

type Version = LineConflictView['base'];
type Field = LineConflictView['fields'][number];

/** What a version says in one field. */
export function useFieldWords(): (field: Field, version: Version) => string {
  const { t } = useTranslation('sync');
  const format = useFormat();
  return (field, version) => {
    switch (field) {
      case 'date':
        return format.weekdayDate(version.date);
      case 'description':
        return version.description;
      case 'workedSeconds':
        return formatMinutes(Math.round(version.workedSeconds / 60));
      case 'ticketRemoteId':
        return version.ticketNumber === '' ? t('lineConflict.noTicket') : version.ticketNumber;
    }
  };
}
