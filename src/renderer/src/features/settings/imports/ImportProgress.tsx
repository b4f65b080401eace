import type { ImportProgressView } from '@ipc/requests/imports';
import { Button, Group, Progress, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command';
import { useEvent } from '../../../api/use-event';

/** How far an import of many tickets has come, and the way to stop it. Nothing before the first of them is written. */
export function ImportProgress() {
  const { t } = useTranslation('imports');
  const [progress, setProgress] = useState<ImportProgressView | null>(null);
  const cancel = useCommand('imports:cancel');
  useEvent('import:progressed', setProgress);
  if (progress === null) return null;
  return (
    <Group gap="sm" wrap="nowrap" style={{ flexGrow: 1 }}>
      <Progress
        value={(100 * progress.done) / progress.total}
        aria-label={t('progress.label')}
        style={{ flexGrow: 1 }}
      />
      <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
        {t('progress.count', { done: progress.done, total: progress.total })}
      </Text>
      <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate({})}>
        {t('progress.stop')}
      </Button>
    </Group>
  );
}
