import type { MappingView } from '@ipc/requests/mapping';
import { Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MappingDraft } from './mapping-draft';

interface PrepaidHoursChoiceProps {
  readonly view: MappingView;
  readonly draft: MappingDraft;
  readonly onChange: (draft: MappingDraft) => void;
}

/** Whether the portal is pointed at for prepaid hours; where it tells of none, why there is nothing to choose. */
export function PrepaidHoursChoice({ view: { prepaidHours }, draft, onChange }: PrepaidHoursChoiceProps) {
  const { t } = useTranslation('settings');
  // One that was chosen can be taken back also where the portal no longer tells.
  const canChoose = prepaidHours === 'readable' || draft.readsPrepaidHours;
  const why = prepaidHours === 'readable' ? null : (prepaidHours ?? 'not-asked');
  return (
    <div>
      {canChoose && (
        <Switch
          label={t('mapping.prepaid')}
          description={t('mapping.prepaidHelp')}
          checked={draft.readsPrepaidHours}
          onChange={(event) => onChange({ ...draft, readsPrepaidHours: event.currentTarget.checked })}
        />
      )}
      {why !== null && (
        <Text size="sm" c="dimmed">
          {t(`mapping.prepaidWhy.${why}`)}
        </Text>
      )}
    </div>
  );
}
