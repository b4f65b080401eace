import type { AppView } from '@ipc/app-views';
import type { Settings } from '@ipc/settings-views';
import { SegmentedControl, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { appQuery } from '../../api/queries';
import { useCommand } from '../../api/use-command';
import { useHasPortal } from '../../api/use-has-portal';
import { classNames } from '../../ui/class-names';
import { Page } from '../../ui/Page';
import { showNotice } from '../../ui/show-notice';
import { AgreementsSection } from './AgreementsSection';
import { BackupsSection } from './BackupsSection';
import { ExportSection } from './ExportSection';
import { ImportsSection } from './imports/ImportsSection';
import { KeyList } from './KeyList';
import { MappingSection } from './MappingSection';
import { NewsSection } from './NewsSection';
import { NumberSetting } from './NumberSetting';
import { PacksSection } from './PacksSection';
import { PortalSection } from './PortalSection';
import { PricesSection } from './PricesSection';
import { ReplyTemplatesSection } from './ReplyTemplatesSection';
import { SettingRow } from './SettingRow';
import { SettingsIndex } from './SettingsIndex';
import { SettingsSection } from './SettingsSection';
import styles from './SettingsView.module.css';
import { ShortcutsSection } from './ShortcutsSection';
import { ServiceSection } from './service/ServiceSection';
import { TextSetting } from './TextSetting';
import { TimerSection } from './TimerSection';

const cx = classNames(styles);

/** The settings. Each is kept as soon as it is changed. */
export function SettingsView() {
  const { t } = useTranslation('settings');
  const app = useQuery(appQuery).data;
  return (
    <Page title={t('title')} testId="settings-view" aside={(page) => <SettingsIndex page={page} />}>
      {app !== undefined && <AllSettings app={app} />}
    </Page>
  );
}

function AllSettings({ app }: { readonly app: AppView }) {
  const { t } = useTranslation('settings');
  const { settings } = app;
  const write = useCommand('settings:write');
  const change = (changed: Partial<Settings>) => write.mutate(changed, { onSuccess: () => showNotice(t('saved')) });

  const hasPortal = useHasPortal();
  return (
    <>
      {/* Without a portal this is where tickets come from. */}
      {!hasPortal && <ImportsSection />}
      <SettingsSection title={t('appearance')}>
        <SettingRow label={t('language')}>
          <SegmentedControl<Settings['language']>
            aria-label={t('language')}
            value={settings.language}
            onChange={(language) => write.mutate({ language })}
            data={[
              { value: 'system', label: t('languageSystem') },
              { value: 'sv', label: t('languageSv') },
              { value: 'en', label: t('languageEn') },
            ]}
          />
        </SettingRow>
        <SettingRow label={t('theme')}>
          <SegmentedControl<Settings['theme']>
            aria-label={t('theme')}
            value={settings.theme}
            onChange={(theme) => write.mutate({ theme })}
            data={[
              { value: 'system', label: t('themeSystem') },
              { value: 'light', label: t('themeLight') },
              { value: 'dark', label: t('themeDark') },
            ]}
          />
        </SettingRow>
      </SettingsSection>

      <SettingsSection title={t('partner')} help={t('partnerHelp')}>
        <TextSetting
          label={t('partnerName')}
          value={settings.partnerName}
          maxLength={200}
          onSave={(partnerName) => change({ partnerName })}
        />
        <TextSetting
          label={t('partnerEmail')}
          type="email"
          value={settings.partnerEmail}
          maxLength={200}
          onSave={(partnerEmail) => change({ partnerEmail })}
        />
        <TextSetting
          label={t('partnerPhone')}
          type="tel"
          value={settings.partnerPhone}
          maxLength={100}
          onSave={(partnerPhone) => change({ partnerPhone })}
        />
      </SettingsSection>

      <SettingsSection title={t('work')}>
        {hasPortal && (
          <NumberSetting
            label={t('syncEvery')}
            help={t('syncEveryHelp')}
            suffix={t('minutesSuffix')}
            value={settings.syncEveryMinutes}
            min={1}
            max={120}
            onSave={(syncEveryMinutes) => change({ syncEveryMinutes })}
          />
        )}
        <Switch
          label={t('captureHides')}
          checked={settings.captureHidesWorkbench}
          onChange={(event) => write.mutate({ captureHidesWorkbench: event.currentTarget.checked })}
        />
        <Switch
          label={t('watchesClipboard')}
          description={t('watchesClipboardHelp')}
          checked={settings.watchesClipboard}
          onChange={(event) => write.mutate({ watchesClipboard: event.currentTarget.checked })}
        />
        <Switch
          label={t('shredOriginals')}
          description={t('shredOriginalsHelp')}
          checked={settings.shredOriginalsOnceSent}
          onChange={(event) => write.mutate({ shredOriginalsOnceSent: event.currentTarget.checked })}
        />
      </SettingsSection>

      <SettingsSection title={t('queue.title')}>
        <NumberSetting
          label={t('queue.unanswered')}
          help={t('queue.unansweredHelp')}
          suffix={t('queue.days')}
          value={settings.unansweredDays}
          min={1}
          max={90}
          onSave={(unansweredDays) => change({ unansweredDays })}
        />
      </SettingsSection>
      <TimerSection settings={settings} onChange={change} />
      <ReplyTemplatesSection
        changes={settings.replyTemplates}
        onChange={(replyTemplates) => write.mutate({ replyTemplates })}
      />
      <ServiceSection settings={settings} onChange={change} />
      <NewsSection settings={settings} onChange={change} />
      <ShortcutsSection app={app} onChange={(shortcuts) => change({ shortcuts })} />
      <PricesSection />
      <AgreementsSection />
      <PacksSection />
      {hasPortal && <ImportsSection />}
      <BackupsSection />
      <ExportSection />
      <MappingSection />
      <PortalSection />
      <SettingsSection title={t('keys')}>
        <KeyList />
      </SettingsSection>
      <SettingsSection title={t('about')}>
        <dl className={cx('facts')}>
          <div>
            <dt>{t('appVersion')}</dt>
            <dd>Fyra {app.appVersion}</dd>
          </div>
          <div>
            <dt>{t('electronVersion')}</dt>
            <dd>{app.electronVersion}</dd>
          </div>
        </dl>
      </SettingsSection>
    </>
  );
}
