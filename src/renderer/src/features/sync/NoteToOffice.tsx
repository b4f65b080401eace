import type { LineConflictView } from '@ipc/line-conflict-views';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command';
import { classNames } from '../../ui/class-names';
import { formatMinutes } from '../../ui/format';
import { useFormat } from '../../ui/use-format';
import styles from './ConflictList.module.css';
import { useFieldWords } from './use-field-words';

const cx = classNames(styles);

interface NoteToOfficeProps {
  readonly ticketId: string;
  readonly conflict: LineConflictView;
}

/** What nobody but the office can put right, as an internal note that is written already and sent when asked to. */
export function NoteToOffice({ ticketId, conflict }: NoteToOfficeProps) {
  const { t } = useTranslation('sync');
  const draft = useDraft(conflict);
  const [text, setText] = useState(draft);
  const write = useCommand('message:write');
  return (
    <form
      className={cx('note')}
      onSubmit={(event) => {
        event.preventDefault();
        write.mutate({ ticketId, text: text.trim(), isInternalNote: true });
      }}
    >
      <Textarea
        label={t('lineConflict.note.label')}
        autosize
        maxRows={6}
        value={text}
        readOnly={write.isSuccess}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {write.isSuccess ? (
        <p className={cx('rule')} role="status">
          {t('lineConflict.note.saved')}
        </p>
      ) : (
        <Button type="submit" variant="default" loading={write.isPending} disabled={text.trim() === ''}>
          {t('lineConflict.note.send')}
        </Button>
      )}
    </form>
  );
}

function useDraft({ base, mine, theirs, fields, date, description }: LineConflictView): string {
  const { t } = useTranslation('sync');
  const format = useFormat();
  const toWords = useFieldWords();
  const day = format.weekdayDate(date);
  const there = theirs ?? base;
  const time = formatMinutes(Math.round(there.workedSeconds / 60));
  if (mine === null) return t('lineConflict.note.deleted', { day, description, time });
  const changes = fields.map((field) =>
    t('lineConflict.note.change', {
      field: t(`lineConflict.field.${field}`),
      there: toWords(field, there),
      mine: toWords(field, mine),
    }),
  );
  return [t('lineConflict.note.begin', { day, description }), ...changes].join('\n');
}
