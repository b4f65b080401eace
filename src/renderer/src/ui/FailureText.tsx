import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { RequestFailed } from '../api/client';

interface FailureTextProps {
  readonly error: unknown;
  /** The sentence to use instead of the general one of this code. */
  readonly sentence?: string | undefined;
  readonly title?: string;
}

/** A failed request in words: what happened, what was kept, what to do, and the server's own words below. */
export function FailureText({ error, sentence, title }: FailureTextProps) {
  const { t } = useTranslation();
  const failure = error instanceof RequestFailed ? error : new RequestFailed('internal', '');
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      title={title ?? t('failure.title')}
      styles={{
        root: { background: 'var(--fyra-danger-ground)' },
        message: { color: 'var(--mantine-color-text)' },
        label: { color: 'var(--fyra-danger)' },
      }}
    >
      <Text size="sm">{sentence ?? t(`problem.${failure.code}`)}</Text>
      {failure.message !== '' && (
        <Text size="sm" c="dimmed" mt={4}>
          {t('failure.serverSaid', { message: failure.message })}
        </Text>
      )}
    </Alert>
  );
}
