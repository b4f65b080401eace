import { addDays } from '@core/time/stockholm-days';
import type { LineView } from '@ipc/timesheet-views';
import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LineVerdictForm } from '../../../ui/LineVerdictForm';
import type { LineCommands } from '../use-line-commands';
import { CopyForm } from './CopyForm';
import { LineForm } from './LineForm';
import { draftOf, type LineDraft } from './line-draft';
import { MoveForm } from './MoveForm';
import { SplitForm } from './SplitForm';

/** A form of the timesheet, and what it is about. */
export type SheetForm =
  | { readonly kind: 'add'; readonly draft: LineDraft }
  | { readonly kind: 'edit' | 'decide' | 'split' | 'move' | 'copy'; readonly line: LineView };

const WIDE_FORMS: readonly SheetForm['kind'][] = ['add', 'edit', 'decide'];

interface SheetDialogProps {
  /** The last form that was asked for; it stays while the dialog closes. */
  readonly form: SheetForm | null;
  readonly isOpen: boolean;
  readonly today: string;
  readonly commands: LineCommands;
  readonly onSaved: (lineId: LineView['id'] | null, date: string | null) => void;
  readonly onClose: () => void;
  readonly onClosed: () => void;
}

/** The one dialog of the timesheet. */
export function SheetDialog({ form, isOpen, today, commands, onSaved, onClose, onClosed }: SheetDialogProps) {
  const { t } = useTranslation(['timesheet', 'common']);
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      onExitTransitionEnd={onClosed}
      size={form !== null && WIDE_FORMS.includes(form.kind) ? 620 : 460}
      title={form === null ? '' : t(`timesheet:dialog.${form.kind}`)}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
      // There is nothing behind it that scrolls with the page, and locking would style every element anew.
      lockScroll={false}
      // The view knows better where the keyboard belongs: the line may be a new one, or on another day.
      returnFocus={false}
    >
      {form?.kind === 'add' && (
        <LineForm line={null} initial={form.draft} commands={commands} onSaved={onSaved} onCancel={onClose} />
      )}
      {form?.kind === 'edit' && (
        <LineForm
          line={form.line}
          initial={draftOf(form.line)}
          commands={commands}
          onSaved={onSaved}
          onCancel={onClose}
        />
      )}
      {form?.kind === 'decide' && (
        <LineVerdictForm
          line={form.line}
          onDecided={(message) => {
            onSaved(null, null);
            commands.tell({ kind: 'decide-verdict', lineCount: 1 }, message);
          }}
          onCancel={onClose}
        />
      )}
      {form?.kind === 'split' && (
        <SplitForm line={form.line} commands={commands} onSaved={() => onSaved(null, null)} onCancel={onClose} />
      )}
      {form?.kind === 'move' && (
        <MoveForm line={form.line} commands={commands} onSaved={() => onSaved(null, null)} onCancel={onClose} />
      )}
      {form?.kind === 'copy' && (
        <CopyForm
          initialDate={form.line.date === today ? addDays(today, 1) : today}
          onCopy={(date) => {
            onSaved(null, date);
            commands.duplicate(form.line, date);
          }}
          onCancel={onClose}
        />
      )}
    </Modal>
  );
}
