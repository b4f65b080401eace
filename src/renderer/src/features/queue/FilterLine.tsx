import type { QueueQuestion } from '@core/ticket/queue-view';
import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTicketChoices } from '../../api/use-ticket-choices';

interface FilterLineProps {
  readonly question: QueueQuestion;
  readonly onClear: () => void;
}

/** What the list is narrowed to, with the way back: a filter that nobody sees hides tickets. */
export function FilterLine({ question, onClear }: FilterLineProps) {
  const { t } = useTranslation('queue');
  const choices = useTicketChoices().data;
  const customer = choices?.customers.find(({ id }) => id === question.customerId)?.name;
  const tag = choices?.tags.find(({ remoteId }) => remoteId === question.tagRemoteId)?.name;
  const parts = [
    ...(question.customerId === null ? [] : [customer ?? t('filter.unknownCustomer')]),
    ...(question.tagRemoteId === null ? [] : [tag ?? `#${question.tagRemoteId}`]),
    ...(question.isTimeCriticalOnly ? [t('filter.timeCritical')] : []),
  ];
  return (
    <Group px="md" pb="sm" gap="sm" wrap="nowrap" justify="space-between">
      <Text size="sm" truncate>
        {t('filter.shows', { what: parts.join(' · ') })}
      </Text>
      <Button variant="subtle" size="compact-sm" flex="none" onClick={onClear}>
        {t('filter.clear')}
      </Button>
    </Group>
  );
}
