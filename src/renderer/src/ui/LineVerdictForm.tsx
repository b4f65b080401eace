import type { LineView } from '@ipc/timesheet-views';
import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/use-command';
import { VerdictForm } from './VerdictForm';

interface LineVerdictFormProps {
  readonly line: LineView;
  /** Called when it is on disk, with a sentence that says what was done. */
  readonly onDecided: (message: string) => void;
  readonly onCancel: () => void;
}

/** What holds of one timesheet line, whatever the terms say of it; and the way back to them. */
export function LineVerdictForm({ line, onDecided, onCancel }: LineVerdictFormProps) {
  const { t } = useTranslation('common');
  const decide = useCommand('coverage:decide-line', { showsFailure: true });
  const { id: lineId, verdict, override } = line;
  const own = override?.isOfLine === true ? { verdict, reason: override.reason } : null;
  return (
    <VerdictForm
      label={t('lineVerdict.title')}
      verdictLabel={t('lineVerdict.verdict')}
      decided={own}
      isPending={decide.isPending}
      error={decide.error}
      onDecide={(decided) => decide.mutate({ lineId, decided }, { onSuccess: () => onDecided(t('lineVerdict.done')) })}
      onCancel={onCancel}
    >
      {own !== null && (
        <Anchor
          component="button"
          type="button"
          size="sm"
          ta="left"
          onClick={() =>
            decide.mutate({ lineId, decided: null }, { onSuccess: () => onDecided(t('lineVerdict.takenBack')) })
          }
        >
          {t('lineVerdict.takeBack')}
        </Anchor>
      )}
    </VerdictForm>
  );
}
