import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface EditOrDeleteProps {
  /** What each button does, and to which row: read out where there are several. */
  readonly editLabel: string;
  readonly deleteLabel: string;
  readonly isDeleting: boolean;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

/** What can be done with a row of a table. */
export function EditOrDelete({ editLabel, deleteLabel, isDeleting, onEdit, onDelete }: EditOrDeleteProps) {
  const { t } = useTranslation('common');
  return (
    <>
      <Button variant="subtle" size="compact-xs" aria-label={editLabel} onClick={onEdit}>
        {t('action.edit')}
      </Button>
      <Button variant="subtle" size="compact-xs" aria-label={deleteLabel} disabled={isDeleting} onClick={onDelete}>
        {t('action.delete')}
      </Button>
    </>
  );
}
