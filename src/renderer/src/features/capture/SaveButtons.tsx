import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface SaveButtonsProps {
  readonly isSaving: boolean;
  readonly isDiscarding: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  /** What else can be done with the picture. */
  readonly children: ReactNode;
}

/** Keeps the screen dump or throws it away, which a notice takes back. */
export function SaveButtons({ isSaving, isDiscarding, onSave, onDiscard, children }: SaveButtonsProps) {
  const { t } = useTranslation('capture');
  return (
    <Group justify="space-between" gap="sm">
      <Button variant="default" loading={isDiscarding} onClick={onDiscard} data-testid="capture-discard">
        {t('details.discard')}
      </Button>
      <Group gap="sm">
        {children}
        <Button loading={isSaving} onClick={onSave} title={t('details.saveKeys')} data-testid="capture-save">
          {t('details.save')}
        </Button>
      </Group>
    </Group>
  );
}
