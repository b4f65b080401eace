import { isSameTarget } from '@core/timesheet/line-content';
import type { LineView } from '@ipc/timesheet-views';
import { Button, Group, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command';
import { FailureText } from '../../../ui/FailureText';
import { targetOf } from '../core-line';
import type { LineCommands } from '../use-line-commands';
import { type TargetDraft, TargetField } from './TargetField';

interface MoveFormProps {
  readonly line: LineView;
  readonly commands: LineCommands;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

/** Where a line belongs instead. */
export function MoveForm({ line, commands, onSaved, onCancel }: MoveFormProps) {
  const { t } = useTranslation(['timesheet', 'common']);
  const move = useCommand('timesheet:edit', { showsFailure: true });
  const [target, setTarget] = useState<TargetDraft>({ kind: 'ticket', ticketId: null });
  const chosen = target.kind === 'ticket' && target.ticketId === null ? null : target;
  const isSame = chosen !== null && isSameTarget(chosen, targetOf(line));

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen === null || isSame || move.isPending) return;
    move.mutate(
      { lineId: line.id, target: chosen },
      {
        onSuccess: () => {
          onSaved();
          commands.tell({ kind: 'move', lineCount: 1 }, t('timesheet:done.move'), [line]);
        },
      },
    );
  };

  return (
    <form onSubmit={onSubmit} data-testid="move-form">
      <Stack gap="md">
        <TargetField value={target} showsMissing={false} hasFocusFirst onChange={setTarget} />
        {move.isError && <FailureText error={move.error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onCancel}>
            {t('common:action.cancel')}
          </Button>
          <Button type="submit" disabled={chosen === null || isSame} loading={move.isPending}>
            {t('timesheet:move.now')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
