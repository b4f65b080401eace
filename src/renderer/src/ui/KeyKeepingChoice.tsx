import type { KeyKeeping } from '@ipc/app-views';
import { Radio, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface KeyKeepingChoiceProps {
  readonly hasKeyring: boolean;
  readonly value: KeyKeeping;
  readonly onChange: (keeping: KeyKeeping) => void;
}

/** How an API key starts out being kept. */
export function initialKeyKeeping(hasKeyring: boolean): KeyKeeping {
  return hasKeyring ? 'keyring' : 'session';
}

/** How the API key is kept: said, where there is a keyring; asked, where there is none. */
export function KeyKeepingChoice({ hasKeyring, value, onChange }: KeyKeepingChoiceProps) {
  const { t } = useTranslation();
  if (hasKeyring) {
    return (
      <Text size="sm" c="dimmed">
        {t('keyKeeping.keyring')}
      </Text>
    );
  }
  return (
    <Radio.Group
      label={t('keyKeeping.label')}
      description={t('keyKeeping.noKeyring')}
      value={value}
      onChange={(chosen) => onChange(chosen === 'file' ? 'file' : 'session')}
    >
      <Stack gap="sm" mt="sm">
        <Radio size="sm" value="session" label={t('keyKeeping.session')} description={t('keyKeeping.sessionHelp')} />
        <Radio size="sm" value="file" label={t('keyKeeping.file')} description={t('keyKeeping.fileHelp')} />
      </Stack>
    </Radio.Group>
  );
}
