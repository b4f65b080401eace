import type { ScreenshotId } from '@core/ids';
import { Button, Group, Popover, Stack, Text } from '@mantine/core';
import { IconFileShredder } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command';
import { showNotice } from '../../ui/show-notice';
import { screenshotKey } from './screenshot-query';

/** Destroys the untouched picture behind a saved screen dump. It is asked about: nothing can bring that picture back. */
export function ShredOriginal({ screenshotId }: { readonly screenshotId: ScreenshotId }) {
  const { t } = useTranslation('capture');
  const [isAsking, setAsking] = useState(false);
  const shred = useCommand('screenshot:shred', { changes: [screenshotKey(screenshotId)] });
  return (
    <Popover
      opened={isAsking}
      onChange={setAsking}
      position="bottom-start"
      trapFocus
      returnFocus
      shadow="md"
      width={300}
    >
      <Popover.Target>
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconFileShredder size={16} stroke={1.75} aria-hidden />}
          onClick={() => setAsking(!isAsking)}
          data-testid="shred-original"
        >
          {t('saved.shred')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <Text size="sm">{t('saved.shredQuestion')}</Text>
          <Group gap="sm">
            <Button variant="default" onClick={() => setAsking(false)}>
              {t('saved.shredNo')}
            </Button>
            <Button
              color="red"
              loading={shred.isPending}
              onClick={() => shred.mutate({ screenshotId }, { onSuccess: () => showNotice(t('saved.shredded')) })}
              data-testid="shred-original-yes"
            >
              {t('saved.shredYes')}
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
