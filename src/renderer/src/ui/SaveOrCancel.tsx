import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FailureText } from './FailureText';

interface SaveOrCancelProps {
  readonly saveLabel: string;
  readonly isPending: boolean;
  /** Why it was not saved; null: it was, or was not tried. */
  readonly error: Error | null;
  readonly onCancel: () => void;
}

/** The end of a small form: why it was not saved, and the two ways out of it. */
export function SaveOrCancel({ saveLabel, isPending, error, onCancel }: SaveOrCancelProps) {
  const { t } = useTranslation('common');
  return (
    <>
      {error !== null && <FailureText error={error} />}
      <Group gap="sm">
        <Button type="submit" loading={isPending}>
          {saveLabel}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
      </Group>
    </>
  );
}
