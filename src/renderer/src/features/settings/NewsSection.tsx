import type { Settings } from '@ipc/settings-views';
import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NumberSetting } from './NumberSetting';
import { SettingsSection } from './SettingsSection';

interface NewsSectionProps {
  readonly settings: Settings;
  readonly onChange: (changed: Partial<Settings>) => void;
}

const SWITCHES = [
  ['notifyNewTickets', 'newTickets'],
  ['notifyReplies', 'replies'],
  ['notifyEscalations', 'escalations'],
  ['notifyTargets', 'targets'],
] as const;

/** What a person is told of on the desktop, and when. */
export function NewsSection({ settings, onChange }: NewsSectionProps) {
  const { t } = useTranslation('settings');
  return (
    <SettingsSection title={t('news.title')} help={t('news.help')}>
      {SWITCHES.map(([setting, label]) => (
        <Switch
          key={setting}
          label={t(`news.${label}`)}
          checked={settings[setting]}
          onChange={(event) => onChange({ [setting]: event.currentTarget.checked })}
        />
      ))}
      <NumberSetting
        label={t('news.lead')}
        help={t('news.leadHelp')}
        suffix={t('minutesSuffix')}
        value={settings.targetLeadMinutes}
        min={5}
        max={120}
        onSave={(targetLeadMinutes) => onChange({ targetLeadMinutes })}
      />
      <Switch
        label={t('news.outside')}
        checked={settings.notifyOutsideServiceHours}
        onChange={(event) => onChange({ notifyOutsideServiceHours: event.currentTarget.checked })}
      />
    </SettingsSection>
  );
}
