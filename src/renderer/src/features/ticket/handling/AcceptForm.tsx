import type { TicketView } from '@ipc/ticket-views';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkbenchActions } from '../../../ui/workbench-actions';
import { HandlingForm } from './HandlingForm';
import { useHandle } from './use-handle';

interface AcceptFormProps {
  readonly ticket: TicketView;
  readonly onClose: () => void;
}

/** Accepts an escalation, and goes on to its confirmation. */
export function AcceptForm({ ticket, onClose }: AcceptFormProps) {
  const { t } = useTranslation('handling');
  const { handleTicket } = useWorkbenchActions();
  const { handle, isPending, error } = useHandle(ticket);
  const [note, setNote] = useState('');
  const submit = () =>
    handle(
      { kind: 'escalation-accepted', note: note.trim() },
      t('dialog.accept.done', { number: ticket.number }),
      // The customer is to know at once.
      () => handleTicket('confirm', ticket.id),
    );
  return (
    <HandlingForm
      help={t('dialog.accept.help')}
      submitLabel={t('dialog.accept.submit')}
      isPending={isPending}
      error={error}
      onSubmit={submit}
      onCancel={onClose}
    >
      <Textarea
        label={t('dialog.accept.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        maxLength={2000}
        minRows={2}
        maxRows={8}
        autosize
        data-autofocus
      />
    </HandlingForm>
  );
}
