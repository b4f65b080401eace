import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { appQuery } from '../../api/queries';

/** What the tickets without an answer are, and that nothing closes by itself. */
export function UnansweredHint() {
  const { t } = useTranslation('queue');
  const days = useQuery(appQuery).data?.settings.unansweredDays;
  if (days === undefined) return null;
  return (
    <Text size="xs" c="dimmed" px="md" pb="sm">
      {t('unansweredHint', { count: days })}
    </Text>
  );
}
