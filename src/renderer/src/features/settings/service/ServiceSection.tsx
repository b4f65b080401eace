import type { Settings } from '@ipc/settings-views';
import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { showUndoNotice } from '../../../ui/undo-notice';
import { useFormat } from '../../../ui/use-format';
import { SettingsSection } from '../SettingsSection';
import { ClosedDays } from './ClosedDays';
import { CustomerHours } from './CustomerHours';

interface ServiceSectionProps {
  readonly settings: Settings;
  readonly onChange: (changed: Partial<Settings>) => void;
}

/** When service is open: what targets, overtime and quiet hours go by. */
export function ServiceSection({ settings, onChange }: ServiceSectionProps) {
  const { t } = useTranslation('handling');
  const format = useFormat();
  const { closedDays } = settings;
  const change = (next: readonly string[], message: string) => {
    onChange({ closedDays: [...next] });
    showUndoNotice({ topic: 'closed days', message, onUndo: () => onChange({ closedDays }) });
  };
  return (
    <SettingsSection title={t('service.title')} help={t('service.help')}>
      <Switch
        label={t('service.eves')}
        description={t('service.evesHelp')}
        checked={settings.closesOnEves}
        onChange={(event) => onChange({ closesOnEves: event.currentTarget.checked })}
      />
      <ClosedDays
        label={t('service.closedDays')}
        days={closedDays}
        onAdd={(day) => change([...closedDays, day].toSorted(), t('service.added', { day: format.calendarDate(day) }))}
        onRemove={(day) =>
          change(
            closedDays.filter((other) => other !== day),
            t('service.removed', { day: format.calendarDate(day) }),
          )
        }
      />
      <CustomerHours />
    </SettingsSection>
  );
}
