import { Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command';
import { FailureText } from '../../ui/FailureText';

/** Begins without a portal. The name tells whose a ticket in a list is. */
export function WithoutPortalForm() {
  const { t } = useTranslation('welcome');
  const start = useCommand('portal:start-without', { showsFailure: true });
  const [userName, setUserName] = useState('');
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (userName.trim() !== '') start.mutate({ userName });
  };
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="sm" align="flex-start">
        <TextInput
          label={t('lists.name')}
          description={t('lists.nameHelp')}
          value={userName}
          onChange={(event) => setUserName(event.currentTarget.value)}
          autoComplete="name"
          maxLength={200}
          w="100%"
        />
        {start.isError && <FailureText error={start.error} />}
        <Button size="sm" type="submit" variant="default" disabled={userName.trim() === ''} loading={start.isPending}>
          {t('lists.start')}
        </Button>
      </Stack>
    </form>
  );
}
