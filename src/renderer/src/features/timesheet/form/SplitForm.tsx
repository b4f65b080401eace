import type { LineContent } from '@core/timesheet/line-content';
import type { SplitPoint } from '@core/timesheet/split-line';
import type { LineView } from '@ipc/timesheet-views';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command';
import { classNames } from '../../../ui/class-names';
import { FailureText } from '../../../ui/FailureText';
import { previewSplit } from '../core-line';
import { formatWorked, useLineWords } from '../line-words';
import { proposeSplit, readSplitPoint } from '../split-point';
import type { LineCommands } from '../use-line-commands';
import styles from './LineForm.module.css';

const cx = classNames(styles);

interface LineStepFormProps {
  readonly line: LineView;
  readonly commands: LineCommands;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

/** Where a line becomes two, and what the two would be. */
export function SplitForm({ line, commands, onSaved, onCancel }: LineStepFormProps) {
  const { t } = useTranslation(['timesheet', 'common']);
  const split = useCommand('timesheet:split', { showsFailure: true });
  const [text, setText] = useState(() => proposeSplit(line));
  const hasClock = line.intervals.length > 0;
  const point = readSplitPoint(text, line);
  const parts = point === null ? null : previewSplit(line, point);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (point === null || parts === null || split.isPending) return;
    split.mutate(
      { lineId: line.id, where: toWhere(point) },
      {
        onSuccess: () => {
          onSaved();
          commands.tell({ kind: 'split', lineCount: 2 }, t('timesheet:done.split'), [line]);
        },
      },
    );
  };

  return (
    <form onSubmit={onSubmit} data-testid="split-form">
      <Stack gap="md">
        <TextInput
          label={hasClock ? t('timesheet:split.at') : t('timesheet:split.after')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
          error={parts === null && text.trim() !== '' ? t('timesheet:split.outside') : null}
          maxLength={40}
          autoComplete="off"
          data-autofocus
          data-testid="split-at"
        />
        <ol className={cx('parts')} aria-label={t('timesheet:split.parts')} aria-live="polite">
          <Part name={t('timesheet:split.first')} content={parts?.first} />
          <Part name={t('timesheet:split.second')} content={parts?.second} />
        </ol>
        {split.isError && <FailureText error={split.error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onCancel}>
            {t('common:action.cancel')}
          </Button>
          <Button type="submit" disabled={parts === null} loading={split.isPending}>
            {t('timesheet:split.now')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Part({ name, content }: { readonly name: string; readonly content: LineContent | undefined }) {
  const words = useLineWords();
  return (
    <li>
      <span>{name}</span>
      <strong>
        {content === undefined
          ? '–'
          : [words.hours(content), formatWorked(content.workedSeconds)].filter((part) => part !== '').join(' · ')}
      </strong>
    </li>
  );
}

function toWhere(point: SplitPoint) {
  return point.kind === 'instant'
    ? { kind: 'at' as const, at: point.at }
    : { kind: 'after' as const, seconds: point.seconds };
}
