import type { Settings } from '@ipc/settings-views';
import { SegmentedControl, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NumberSetting } from './NumberSetting';
import { PercentsSetting } from './PercentsSetting';
import { SettingRow } from './SettingRow';
import { SettingsSection } from './SettingsSection';
import { TemplatesSetting } from './TemplatesSetting';

interface TimerSectionProps {
  readonly settings: Settings;
  readonly onChange: (changed: Partial<Settings>) => void;
}

/** What the timer asks about, when it warns, and where it is to be seen. */
export function TimerSection({ settings, onChange }: TimerSectionProps) {
  const { t } = useTranslation('settings');
  return (
    <SettingsSection title={t('timer')} help={t('timerHelp')}>
      <NumberSetting
        label={t('idleThreshold')}
        help={t('idleThresholdHelp')}
        suffix={t('minutesSuffix')}
        value={settings.idleThresholdMinutes}
        min={1}
        max={60}
        onSave={(idleThresholdMinutes) => onChange({ idleThresholdMinutes })}
      />
      <Switch
        label={t('afterHours')}
        description={t('afterHoursHelp')}
        checked={settings.afterHoursQuestion}
        onChange={(event) => onChange({ afterHoursQuestion: event.currentTarget.checked })}
      />
      <PercentsSetting value={settings.warnAtPercents} onSave={(warnAtPercents) => onChange({ warnAtPercents })} />
      <Switch
        label={t('warningSound')}
        checked={settings.warningSound}
        onChange={(event) => onChange({ warningSound: event.currentTarget.checked })}
      />
      <SettingRow label={t('floating')}>
        <SegmentedControl<Settings['floatingWindow']>
          aria-label={t('floating')}
          value={settings.floatingWindow}
          onChange={(floatingWindow) => onChange({ floatingWindow })}
          data={[
            { value: 'when-hidden', label: t('floatingWhenHidden') },
            { value: 'always', label: t('floatingAlways') },
            { value: 'never', label: t('floatingNever') },
          ]}
        />
      </SettingRow>
      <Switch
        label={t('requireDescription')}
        description={t('requireDescriptionHelp')}
        checked={settings.requireDescription}
        onChange={(event) => onChange({ requireDescription: event.currentTarget.checked })}
      />
      <TemplatesSetting
        value={settings.descriptionTemplates}
        onSave={(descriptionTemplates) => onChange({ descriptionTemplates })}
      />
    </SettingsSection>
  );
}
