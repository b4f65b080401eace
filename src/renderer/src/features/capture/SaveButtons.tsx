import { Button, Group, Popover, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface SaveButtonsProps {
  readonly isSaving: boolean;
  readonly isDiscarding: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

/** Keeps the screen dump or throws it away. Throwing it away is asked about, because it cannot be undone. */
export function SaveButtons({ isSaving, isDiscarding, onSave, onDiscard }: SaveButtonsProps) {
  const { t } = useTranslation('capture');
  const [isAsking, setAsking] = useState(false);
  return (
    <Group justify="space-between" gap="sm">
      <Popover opened={isAsking} onChange={setAsking} position="top-start" trapFocus returnFocus shadow="md" withArrow>
        <Popover.Target>
          <Button variant="default" onClick={() => setAsking(!isAsking)} data-testid="capture-discard">
            {t('details.discard')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('details.discard')}>
          <Stack gap="sm" maw={260}>
            <Text size="sm">{t('details.discardQuestion')}</Text>
            <Group gap="sm">
              <Button variant="default" onClick={() => setAsking(false)}>
                {t('details.discardNo')}
              </Button>
              <Button color="red" loading={isDiscarding} onClick={onDiscard} data-testid="capture-discard-yes">
                {t('details.discardYes')}
              </Button>
            </Group>
          </Stack>
        </Popover.Dropdown>
      </Popover>
      <Group gap="sm">
        <Text size="xs" c="dimmed">
          {t('details.saveKeys')}
        </Text>
        <Button loading={isSaving} onClick={onSave} data-testid="capture-save">
          {t('details.save')}
        </Button>
      </Group>
    </Group>
  );
}
