import type { ExportProgressView } from '@ipc/requests/export';
import { Button, Group, Progress, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command';
import { useEvent } from '../../api/use-event';
import { FailureText } from '../../ui/FailureText';
import { SettingsSection } from './SettingsSection';

/** Everything that is kept here, written into a folder. */
export function ExportSection() {
  const { t } = useTranslation(['settings', 'common']);
  const [progress, setProgress] = useState<ExportProgressView | null>(null);
  const write = useCommand('export:everything', { showsFailure: true });
  const cancel = useCommand('export:cancel');
  useEvent('export:progressed', setProgress);
  const folder = write.data?.folder ?? null;
  const start = () => {
    setProgress(null);
    write.mutate({});
  };
  const isUnderWay = write.isPending && progress !== null;

  return (
    <SettingsSection title={t('settings:export.title')} help={t('settings:export.help')}>
      <Text size="sm" maw="60ch">
        {t('settings:export.explain')}
      </Text>
      {write.isError && <FailureText error={write.error} />}
      {isUnderWay && (
        <div>
          <Progress
            value={progress.total === 0 ? 100 : (100 * progress.done) / progress.total}
            aria-label={t('settings:export.progress')}
          />
          <Text size="xs" c="dimmed" mt={4}>
            {t('settings:export.count', { done: progress.done, total: progress.total })}
          </Text>
        </div>
      )}
      <div role="status">
        {folder !== null && !write.isPending && (
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {t('settings:export.written', { folder })}
          </Text>
        )}
      </div>
      <Group gap="sm">
        <Button variant="default" loading={write.isPending} onClick={start}>
          {t('settings:export.start')}
        </Button>
        {isUnderWay && (
          <Button variant="default" onClick={() => cancel.mutate({})}>
            {t('common:action.cancel')}
          </Button>
        )}
      </Group>
    </SettingsSection>
  );
}
