import type { MappingTrialView } from '@ipc/requests/mapping';
import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** What a mapping would bring. */
export function MappingTrial({ trial }: { readonly trial: MappingTrialView }) {
  const { t } = useTranslation(['settings', 'common']);
  return (
    <div data-testid="mapping-trial">
      <Text size="sm" fw={600}>
        {trial.hasMore
          ? t('settings:mapping.trial.more', { count: trial.ticketCount })
          : t('settings:mapping.trial.found', { count: trial.ticketCount })}
      </Text>
      <List size="sm">
        {trial.stages.map(({ name, state, count }) => (
          <List.Item key={`${name} ${state}`}>
            {t('settings:mapping.trial.stage', { stage: name, state: t(`common:ticketState.${state}`), count })}
          </List.Item>
        ))}
        {trial.unassignedCount > 0 && (
          <List.Item>{t('settings:mapping.trial.unassigned', { count: trial.unassignedCount })}</List.Item>
        )}
      </List>
      {(trial.agreements.length > 0 || trial.withoutAgreementCount > 0) && (
        <Text size="sm" mt={4}>
          {[
            ...trial.agreements.map(({ kind, count }) =>
              t('settings:mapping.trial.agreement', { agreement: t(`common:agreement.${kind}`), count }),
            ),
            ...(trial.withoutAgreementCount > 0
              ? [t('settings:mapping.trial.withoutAgreement', { count: trial.withoutAgreementCount })]
              : []),
          ].join('; ')}
        </Text>
      )}
      {trial.withoutProjectCount > 0 && (
        <Text size="sm" fw={600} mt={4}>
          {t('settings:mapping.trial.withoutProject', { count: trial.withoutProjectCount })}
        </Text>
      )}
      {trial.examples.length > 0 && (
        <Text size="sm" c="dimmed" mt={4}>
          {t('settings:mapping.trial.examples')}{' '}
          {trial.examples.map(({ number, title, groupName }) => `${number} ${title} (${groupName})`).join('; ')}
        </Text>
      )}
    </div>
  );
}
