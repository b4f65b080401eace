import type { BackupView } from '@ipc/requests/backups';
import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { backupsQuery } from '../../api/queries';
import { queryKeys } from '../../api/query-keys';
import { useCommand } from '../../api/use-command';
import { classNames } from '../../ui/class-names';
import { FailureText } from '../../ui/FailureText';
import { showNotice } from '../../ui/show-notice';
import { useFormat } from '../../ui/use-format';
import styles from './PricesSection.module.css';
import { SettingsSection } from './SettingsSection';

const cx = classNames(styles);

const BYTES_PER_MEGABYTE = 1_000_000;

/** The verified backups, and the way back to one. */
export function BackupsSection() {
  const { t } = useTranslation('settings');
  const read = useQuery(backupsQuery);
  const make = useCommand('backups:make', { changes: [queryKeys.backups] });
  return (
    <SettingsSection title={t('backups.title')} help={t('backups.help')}>
      {read.isError && <FailureText error={read.error} />}
      {read.data !== undefined && (
        <>
          {read.data.problem !== null && (
            <Text size="sm" role="status" c="var(--fyra-danger)">
              {t(`backups.problem.${read.data.problem}`)}
            </Text>
          )}
          {read.data.backups.length === 0 ? (
            <Text size="sm">{t('backups.none')}</Text>
          ) : (
            <BackupTable backups={read.data.backups} />
          )}
          <Group>
            <Button
              variant="default"
              loading={make.isPending}
              onClick={() => make.mutate({}, { onSuccess: () => showNotice(t('backups.made')) })}
            >
              {t('backups.make')}
            </Button>
          </Group>
        </>
      )}
    </SettingsSection>
  );
}

function BackupTable({ backups }: { readonly backups: readonly BackupView[] }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <table className={cx('table')} aria-label={t('backups.title')}>
      <thead>
        <tr>
          <th scope="col">{t('backups.madeAt')}</th>
          <th scope="col">{t('backups.kind')}</th>
          <th scope="col" className={cx('number')}>
            {t('backups.size')}
          </th>
          <th scope="col" className={cx('number')}>
            {t('backups.lines')}
          </th>
          <th scope="col" className={cx('number')}>
            {t('backups.unsent')}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {backups.map((backup) => {
          const { name, kind, madeAt, sizeBytes, contents } = backup;
          const at = format.dateTime(madeAt);
          return asked === name ? (
            <tr key={name}>
              <td colSpan={6} className={cx('form')}>
                <RestoreQuestion backup={backup} onLeave={() => setAsked(null)} />
              </td>
            </tr>
          ) : (
            <tr key={name} data-testid="backup-row">
              <td>{at}</td>
              <td>{t(`backups.kinds.${kind}`)}</td>
              <td className={cx('number')}>
                {t('backups.megabytes', { size: (sizeBytes / BYTES_PER_MEGABYTE).toFixed(1) })}
              </td>
              <td className={cx('number')}>{contents?.lines ?? '–'}</td>
              <td className={cx('number')}>{contents?.unsent ?? '–'}</td>
              <td className={cx('actions')}>
                {contents === null ? (
                  <Text size="xs" c="dimmed">
                    {t('backups.unreadable')}
                  </Text>
                ) : (
                  <Button
                    variant="subtle"
                    size="compact-xs"
                    aria-label={t('backups.restoreOf', { time: at })}
                    onClick={() => setAsked(name)}
                  >
                    {t('backups.restore')}
                  </Button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function RestoreQuestion({ backup, onLeave }: { readonly backup: BackupView; readonly onLeave: () => void }) {
  const { t } = useTranslation(['settings', 'common']);
  const format = useFormat();
  // Everything that is shown was read from the other file.
  const restore = useCommand('backups:restore', { changes: [[]], showsFailure: true });
  const restored = () => {
    onLeave();
    showNotice(t('settings:backups.restored'));
  };
  return (
    <>
      <Text size="sm" maw="70ch" mb="sm">
        {t('settings:backups.explain', { time: format.dateTime(backup.madeAt) })}
      </Text>
      {restore.isError && <FailureText error={restore.error} />}
      <Group gap="sm">
        <Button
          autoFocus
          loading={restore.isPending}
          onClick={() => restore.mutate({ name: backup.name }, { onSuccess: restored })}
        >
          {t('settings:backups.restoreNow')}
        </Button>
        <Button variant="default" onClick={onLeave}>
          {t('common:action.cancel')}
        </Button>
      </Group>
    </>
  );
}
