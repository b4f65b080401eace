import type { LineConflictView } from '@ipc/line-conflict-views';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command';
import { classNames } from '../../ui/class-names';
import { formatMinutes } from '../../ui/format';
import { showUndoNotice } from '../../ui/undo-notice';
import { useFormat } from '../../ui/use-format';
import { useWorkbenchActions } from '../../ui/workbench-actions';
import { ConflictCard } from './ConflictCard';
import styles from './ConflictList.module.css';
import { NoteToOffice } from './NoteToOffice';
import { useFieldWords } from './use-field-words';

const cx = classNames(styles);

type Version = LineConflictView['base'];

/** Lines are what the choice is about, and the timesheet takes its own steps back: only the latest of both can be. */
const TOPIC = 'timesheet';

/** A line of mine about which the two sides are at odds, its versions side by side, and what can be said to that. */
export function LineConflict({ conflict }: { readonly conflict: LineConflictView }) {
  const { t } = useTranslation('sync');
  const format = useFormat();
  const { openTicket, openTimesheet } = useWorkbenchActions();
  const { kind, ticketId, missingSeconds } = conflict;
  const number = conflict.ticketNumber ?? t('lineConflict.noTicket');
  const what = t('lineConflict.what', { day: format.shortDay(conflict.date), number });
  return (
    <ConflictCard
      what={what}
      about={conflict.description}
      rule={t(`lineConflict.rule.${kind}`)}
      foundAt={conflict.foundAt}
      onOpen={() => (ticketId === null ? openTimesheet() : openTicket(ticketId, { focus: true, tab: 'time' }))}
      choices={<Choices conflict={conflict} what={what} />}
      version={(name) => <VersionWords fields={conflict.fields} version={conflict[name]} />}
    >
      {kind === 'locked' && missingSeconds === null && ticketId !== null && (
        <NoteToOffice ticketId={ticketId} conflict={conflict} />
      )}
    </ConflictCard>
  );
}

/** The fields of a version in words; of a line that is gone or was deleted only that. */
function VersionWords({
  fields,
  version,
}: {
  readonly fields: LineConflictView['fields'];
  readonly version: Version | null;
}) {
  const { t } = useTranslation('sync');
  const toWords = useFieldWords();
  if (version === null) return <span className={cx('nothing')}>{t('lineConflict.deleted')}</span>;
  return fields.map((field) => (
    <p key={field} className={cx('field')}>
      <span className={cx('field-name')}>{t(`lineConflict.field.${field}`)}</span> {toWords(field, version)}
    </p>
  ));
}

function Choices({ conflict, what }: { readonly conflict: LineConflictView; readonly what: string }) {
  const { t } = useTranslation('sync');
  const { mutate, isPending } = useCommand('conflict:decide-line');
  const { id: conflictId, kind, missingSeconds } = conflict;
  const time = formatMinutes(Math.round((missingSeconds ?? 0) / 60));
  const choose = (choice: LineConflictView['choices'][number]) =>
    mutate(
      { conflictId, choice },
      {
        onSuccess: () =>
          showUndoNotice({
            topic: choice === 'leave' ? `conflict ${conflictId}` : TOPIC,
            message: choice === 'leave' ? t(`lineConflict.left.${kind}`) : t(`lineConflict.done.${choice}`, { time }),
            onUndo: () => mutate({ conflictId, choice: null }),
          }),
      },
    );
  return (
    <div className={cx('actions')}>
      {conflict.choices.map((choice) => {
        const label =
          choice === 'leave' ? t(`lineConflict.leave.${kind}`) : t(`lineConflict.choice.${choice}`, { time });
        return (
          <Button
            key={choice}
            variant="default"
            aria-label={t('lineConflict.choiceOf', { label, what })}
            disabled={isPending}
            onClick={() => choose(choice)}
          >
            {label}
          </Button>
        );
      })}
    </div>
  );
}
