import type { SyncView } from '@ipc/sync-views';
import { Button, Group, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconClipboardText } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import { classNames } from '../../ui/class-names';
import { useFormat } from '../../ui/use-format';
import styles from './SyncRuns.module.css';

const cx = classNames(styles);

type Run = SyncView['runs'][number];

/** How the last syncs ended, and the facts about them to paste where somebody helps. */
export function SyncRuns({ runs }: { readonly runs: readonly Run[] }) {
  const { t } = useTranslation(['sync', 'common']);
  const copy = async () => {
    const { text } = await call('sync:diagnose', {});
    await navigator.clipboard.writeText(text);
    notifications.show({
      message: t('sync:runs.copied'),
      withBorder: true,
      closeButtonProps: { 'aria-label': t('common:action.dismiss') },
    });
  };
  return (
    <section aria-label={t('sync:runs.title')}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h3">
          {t('sync:runs.title')}
        </Title>
        <Button
          variant="default"
          leftSection={<IconClipboardText size={16} stroke={1.75} aria-hidden />}
          onClick={() => void copy()}
        >
          {t('sync:runs.copy')}
        </Button>
      </Group>
      {runs.length === 0 ? (
        <p className={cx('none')}>{t('sync:runs.none')}</p>
      ) : (
        <ol className={cx('list')}>
          {runs.map((run) => (
            <RunRow key={run.id} run={run} />
          ))}
        </ol>
      )}
    </section>
  );
}

function RunRow({ run }: { readonly run: Run }) {
  const { t } = useTranslation('sync');
  const format = useFormat();
  const counts = [
    run.sent > 0 ? t('runs.sent', { count: run.sent }) : '',
    run.parked > 0 ? t('runs.parked', { count: run.parked }) : '',
    run.brought > 0 ? t('runs.brought', { count: run.brought }) : '',
  ].filter((part) => part !== '');
  return (
    <li className={cx('run')} data-outcome={run.outcome}>
      <span className={cx('when')}>{format.dayTime(run.startedAt)}</span>
      <span className={cx('what')}>
        {[t(`runs.outcome.${run.outcome}`), ...counts].join(' · ')}
        {run.times > 1 && ` · ${t('runs.times', { count: run.times, until: format.dayTime(run.endedAt) })}`}
        {run.message !== '' && <span className={cx('message')}>{run.message}</span>}
      </span>
    </li>
  );
}
