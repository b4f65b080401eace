import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface CopyFormProps {
  readonly initialDate: string;
  readonly onCopy: (date: string) => void;
  readonly onCancel: () => void;
}

/** To which day a copy of a line goes. */
export function CopyForm({ initialDate, onCopy, onCancel }: CopyFormProps) {
  const { t } = useTranslation(['timesheet', 'common']);
  const [date, setDate] = useState(initialDate);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (date !== '') onCopy(date);
  };
  return (
    <form onSubmit={onSubmit} data-testid="copy-form">
      <Stack gap="md">
        <TextInput
          type="date"
          label={t('timesheet:form.date')}
          description={t('timesheet:copy.help')}
          value={date}
          onChange={(event) => setDate(event.currentTarget.value)}
          data-autofocus
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onCancel}>
            {t('common:action.cancel')}
          </Button>
          <Button type="submit" disabled={date === ''}>
            {t('timesheet:copy.now')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
