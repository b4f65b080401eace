import { Button } from '@mantine/core';
import { IconDatabaseOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/EmptyState';

/** Shown when not even the settings could be read. */
export function StartFailed({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <main style={{ height: '100%', display: 'grid', placeItems: 'center' }}>
      <EmptyState icon={IconDatabaseOff} title={t('failure.startTitle')} text={t('failure.startAdvice')} level={1}>
        <Button variant="default" onClick={onRetry}>
          {t('action.retry')}
        </Button>
      </EmptyState>
    </main>
  );
}
