import type { KeyKeeping } from '@ipc/app-views';
import { Button, Group, PasswordInput, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { appQuery } from '../../api/queries';
import { useCommand } from '../../api/use-command';
import { FailureText } from '../../ui/FailureText';
import { initialKeyKeeping, KeyKeepingChoice } from '../../ui/KeyKeepingChoice';
import { showNotice } from '../../ui/show-notice';

/** Takes a new API key for the portal in use. */
export function KeyForm({ title }: { readonly title?: string }) {
  const { t } = useTranslation('sync');
  const hasKeyring = useQuery(appQuery).data?.hasKeyring ?? false;
  const [apiKey, setApiKey] = useState('');
  const [chosen, setChosen] = useState<KeyKeeping | null>(null);
  const keepKey = chosen ?? initialKeyKeeping(hasKeyring);
  const replace = useCommand('portal:replace-key', { showsFailure: true });

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (apiKey.trim() === '' || replace.isPending) return;
    replace.mutate(
      { apiKey: apiKey.trim(), keepKey },
      {
        onSuccess: () => {
          setApiKey('');
          showNotice(t('key.saved'));
        },
      },
    );
  };

  return (
    <form onSubmit={onSubmit} aria-label={title ?? t('key.title')}>
      <Stack gap="md" maw={480}>
        <Title order={2} size="h3">
          {title ?? t('key.title')}
        </Title>
        <PasswordInput
          label={t('key.label')}
          description={t('key.help')}
          value={apiKey}
          onChange={(event) => setApiKey(event.currentTarget.value)}
          autoComplete="off"
          maxLength={500}
        />
        <KeyKeepingChoice hasKeyring={hasKeyring} value={keepKey} onChange={setChosen} />
        {replace.isError && <FailureText error={replace.error} />}
        <Group>
          <Button type="submit" disabled={apiKey.trim() === ''} loading={replace.isPending}>
            {t('key.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
