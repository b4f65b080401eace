import type { QueueScope } from '@core/ticket/queue-view';
import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { QUEUE_SCOPES } from './queue-views';

interface ScopeChoiceProps {
  readonly scope: QueueScope;
  readonly onChange: (scope: QueueScope) => void;
}

/** Mine only, or also nobody's and colleagues'. */
export function ScopeChoice({ scope, onChange }: ScopeChoiceProps) {
  const { t } = useTranslation('queue');
  return (
    <SegmentedControl<QueueScope>
      aria-label={t('scope.label')}
      value={scope}
      onChange={onChange}
      data={QUEUE_SCOPES.map((value) => ({ value, label: t(`scope.${value}`) }))}
      flex="none"
    />
  );
}
