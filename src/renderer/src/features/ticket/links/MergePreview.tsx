import type { MergePreviewView } from '@ipc/link-views';
import type { TimersView } from '@ipc/timer-views';
import { Alert, Button, Checkbox, Group, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimers } from '../../../api/queries';
import { formatSpent } from '../../../ui/format';
import { useFormat } from '../../../ui/use-format';
import { useWorkbenchActions } from '../../../ui/workbench-actions';
import styles from './Links.module.css';

interface MergePreviewProps {
  readonly preview: MergePreviewView;
  readonly movesLines: boolean;
  readonly onMovesLines: (movesLines: boolean) => void;
  /** Keeps the other one of the two. */
  readonly onSwap: () => void;
  readonly onClose: () => void;
}

/** What merging does, in sentences and figures, or why it cannot be done. */
export function MergePreview({ preview, movesLines, onMovesLines, onSwap, onClose }: MergePreviewProps) {
  const { t } = useTranslation(['links', 'common']);
  const format = useFormat();
  const { duplicate, kept, stageName } = preview;
  if (preview.refusal !== null) return <Refusal preview={preview} onClose={onClose} />;
  const names = { number: duplicate.number, kept: kept.number };
  const { movableCount, stayingCount, colleaguesSeconds, draftCount } = preview;
  return (
    <Stack gap="sm" data-testid="merge-preview">
      {movableCount > 0 && (
        <Checkbox
          label={t('links:merge.moveLines', {
            count: movableCount,
            time: formatSpent(preview.movableSeconds),
            kept: kept.number,
          })}
          checked={movesLines}
          onChange={(event) => onMovesLines(event.currentTarget.checked)}
        />
      )}
      <ul className={styles['facts']}>
        <li>
          {stageName === null
            ? t('links:merge.solved', names)
            : t('links:merge.solvedInStage', { ...names, stage: stageName })}
        </li>
        {movableCount === 0 && <li>{t('links:merge.noLines')}</li>}
        {stayingCount > 0 && (
          <li>
            {t('links:merge.staying', {
              count: stayingCount,
              time: formatSpent(preview.stayingSeconds),
              number: duplicate.number,
            })}
          </li>
        )}
        {colleaguesSeconds > 0 && (
          <li>{t('links:merge.colleagues', { time: formatSpent(colleaguesSeconds), number: duplicate.number })}</li>
        )}
        {preview.losesPrecedence && <li className={styles['warn']}>{t('links:merge.losesPrecedence', names)}</li>}
        {draftCount > 0 && <li>{t('links:merge.drafts', { count: draftCount })}</li>}
        <li>{t('links:merge.notes', { number: duplicate.number })}</li>
      </ul>
      {duplicate.registeredAt < kept.registeredAt && (
        <Group gap="sm" align="center">
          <span className={styles['sum']}>
            {t('links:merge.earlier', { number: duplicate.number, at: format.dayTime(duplicate.registeredAt) })}
          </span>
          <Button variant="default" size="compact-sm" onClick={onSwap}>
            {t('links:merge.swap', { number: duplicate.number })}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function Refusal({ preview, onClose }: Pick<MergePreviewProps, 'preview' | 'onClose'>) {
  const { t } = useTranslation(['links', 'common']);
  const { stopTimer } = useWorkbenchActions();
  const { duplicate, kept, refusal } = preview;
  const selectTimer = useCallback(
    ({ running, paused }: TimersView) =>
      [...(running === null ? [] : [running]), ...paused].find(({ ticketId }) => ticketId === duplicate.id)?.id ?? null,
    [duplicate.id],
  );
  const timerId = useTimers(selectTimer) ?? null;
  if (refusal === null) return null;
  const words = {
    number: duplicate.number,
    kept: kept.number,
    customer: kept.customerName ?? t('common:noCustomer'),
  };
  const stop = () => {
    onClose();
    if (timerId !== null) stopTimer(timerId);
  };
  return (
    <Alert
      role="alert"
      color="orange"
      variant="light"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      styles={{ root: { background: 'var(--fyra-warn-ground)' }, message: { color: 'var(--mantine-color-text)' } }}
    >
      <Group gap="sm" justify="space-between">
        <span>{t(`links:merge.refusal.${refusal}`, words)}</span>
        {refusal === 'timer-open' && timerId !== null && (
          <Button variant="default" size="compact-sm" onClick={stop}>
            {t('links:merge.stopTimer')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
