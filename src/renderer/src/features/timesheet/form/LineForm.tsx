import { datesOfWeek } from '@core/time/stockholm-days';
import type { LineView } from '@ipc/timesheet-views';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timesheetQuery } from '../../../api/queries';
import { useCommand } from '../../../api/use-command';
import { classNames } from '../../../ui/class-names';
import { FailureText } from '../../../ui/FailureText';
import { KindOfWorkSelect } from '../../../ui/KindOfWorkSelect';
import { useFormat } from '../../../ui/use-format';
import { formatWorked, useLineWords } from '../line-words';
import { findOverlap, readTime } from '../time-reading';
import type { LineCommands } from '../use-line-commands';
import { DescriptionField } from './DescriptionField';
import styles from './LineForm.module.css';
import {
  changesNothing,
  intervalsOfDraft,
  isTimeTyped,
  type LineDraft,
  toAddRequest,
  toEditRequest,
} from './line-draft';
import { OverlapNote } from './OverlapNote';
import { TargetField } from './TargetField';
import { TimeField } from './TimeField';

const cx = classNames(styles);

interface LineFormProps {
  /** The line to change; null writes a new one. */
  readonly line: LineView | null;
  readonly initial: LineDraft;
  readonly commands: LineCommands;
  /** Called when the line is on disk, with where it is now. */
  readonly onSaved: (lineId: LineView['id'], date: string) => void;
  readonly onCancel: () => void;
}

/** What a line is about, when it was worked, and what was done. */
export function LineForm({ line, initial, commands, onSaved, onCancel }: LineFormProps) {
  const { t } = useTranslation(['timesheet', 'common']);
  const format = useFormat();
  const [draft, setDraft] = useState(initial);
  const [showsMissing, setShowsMissing] = useState(false);
  const add = useCommand('timesheet:add', { showsFailure: true });
  const edit = useCommand('timesheet:edit', { showsFailure: true });
  const failed = line === null ? add : edit;
  const isSaving = add.isPending || edit.isPending;

  const change = (part: Partial<LineDraft>) => {
    setDraft((current) => ({ ...current, ...part }));
    failed.reset();
  };
  const reading = readTime(draft.timeText, draft.date);
  const day = useDay(draft.date);
  const intervals = intervalsOfDraft(draft, line, reading);
  const overlap = intervals === null ? null : findOverlap(intervals, day, line?.id ?? null);
  const mayBeCut = overlap === null ? failed.error?.code === 'line-overlaps' : overlap.cut.length > 0;
  const cutSeconds = overlap?.cut.reduce((sum, { durationMs }) => sum + durationMs / 1000, 0) ?? 0;

  const save = (cutOverlaps: boolean) => {
    if (isSaving) return;
    setShowsMissing(true);
    if (overlap !== null && !cutOverlaps) return;
    if (line === null) {
      const request = toAddRequest(draft, reading, cutOverlaps);
      if (request === null) return;
      add.mutate(request, {
        onSuccess: ({ lineId }) => {
          onSaved(lineId, draft.date);
          commands.tell({ kind: 'add', lineCount: 1 }, t('timesheet:done.add', { day: format.shortDay(draft.date) }));
        },
      });
      return;
    }
    const request = toEditRequest(draft, line, reading, cutOverlaps);
    if (request === null) return;
    if (changesNothing(request)) return onCancel();
    const hasMoved = request.target !== undefined;
    edit.mutate(request, {
      onSuccess: () => {
        onSaved(line.id, draft.date);
        commands.tell({ kind: hasMoved ? 'move' : 'edit', lineCount: 1 }, t('timesheet:done.edit'), [line]);
      },
    });
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    save(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save(false);
    }
  };
  const { target } = draft;

  return (
    <form onSubmit={onSubmit} onKeyDown={onKeyDown} data-testid="line-form">
      <Stack gap="md">
        <TargetField
          value={target}
          showsMissing={showsMissing}
          hasFocusFirst={line === null}
          onChange={(changed) => change({ target: changed })}
        />
        <div className={cx('when')}>
          <TextInput
            type="date"
            label={t('timesheet:form.date')}
            value={draft.date}
            onChange={(event) => {
              // A date that is only half typed is no date.
              if (event.currentTarget.value !== '') change({ date: event.currentTarget.value });
            }}
            required
            withAsterisk={false}
            data-testid="line-date"
          />
          <TimeField
            label={t('timesheet:form.time')}
            text={draft.timeText}
            reading={reading}
            untouched={useUntouchedWords(draft, line)}
            showsMissing={showsMissing}
            hasFocusFirst={false}
            onText={(timeText) => change({ timeText })}
          />
        </div>
        {overlap !== null && <OverlapNote overlap={overlap} />}
        <DescriptionField
          ticketId={target.kind === 'ticket' ? target.ticketId : null}
          isForCustomer={target.kind === 'ticket'}
          value={draft.description}
          hasFocusFirst={line !== null}
          onChange={(description) => change({ description })}
        />
        {target.kind === 'ticket' && (
          <KindOfWorkSelect
            label={t('timesheet:form.kindOfWork')}
            value={draft.kindOfWork}
            onChange={(kindOfWork) => change({ kindOfWork })}
          />
        )}
        {line?.sync === 'sent' && (
          <p className={cx('hint')}>
            <IconInfoCircle size={15} stroke={1.75} aria-hidden />
            {t('timesheet:form.onPortal')}
          </p>
        )}
        {failed.isError && <FailureText error={failed.error} />}
        <Group justify="flex-end" gap="sm">
          <span className={cx('keys')}>{t('timesheet:form.keys')}</span>
          <Button variant="default" onClick={onCancel}>
            {t('common:action.cancel')}
          </Button>
          {mayBeCut ? (
            <Button loading={isSaving} onClick={() => save(true)} data-testid="line-save-cut">
              {overlap === null
                ? t('timesheet:overlap.take')
                : t('timesheet:overlap.takeTime', { time: formatWorked(cutSeconds) })}
            </Button>
          ) : (
            <Button type="submit" loading={isSaving} disabled={overlap !== null} data-testid="line-save">
              {line === null ? t('timesheet:form.add') : t('timesheet:form.save')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

/** The day that the draft would stand on; undefined until it is read. */
function useDay(date: string) {
  const week = datesOfWeek(date);
  const [from = date, to = date] = [week[0], week.at(-1)];
  return useQuery(timesheetQuery(from, to)).data?.days.find((day) => day.date === date);
}

/** What is said about the time of a line that nobody has typed anew. */
function useUntouchedWords(draft: LineDraft, line: LineView | null): string | undefined {
  const { t } = useTranslation('timesheet');
  const words = useLineWords();
  if (line === null || isTimeTyped(draft, line)) return undefined;
  const time = formatWorked(line.workedSeconds);
  if (line.intervals.length === 0) return t('time.read.duration', { time });
  if (line.intervals.length === 1) return t('time.read.range', { hours: words.hours(line), time });
  return t('time.recorded', { hours: line.intervals.map(words.stretch).join(', '), time });
}
