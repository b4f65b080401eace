import type { TicketView } from '@ipc/ticket-views';
import { Button, Group, Modal, Select, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command';
import { useTicketChoices } from '../../api/use-ticket-choices';
import { FailureText } from '../../ui/FailureText';
import { showUndoNotice } from '../../ui/undo-notice';

interface HandOverDialogProps {
  readonly ticket: TicketView;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Gives the ticket to a colleague, with what they are to know. */
export function HandOverDialog({ ticket, opened, onClose }: HandOverDialogProps) {
  const { t } = useTranslation(['ticket', 'common']);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={520}
      title={t('ticket:handOver.title', { number: ticket.number })}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      {opened && <HandOverForm ticket={ticket} onClose={onClose} />}
    </Modal>
  );
}

function HandOverForm({ ticket, onClose }: Omit<HandOverDialogProps, 'opened'>) {
  const { t } = useTranslation(['ticket', 'common']);
  const choices = useTicketChoices().data;
  const handOver = useCommand('ticket:hand-over', { showsFailure: true });
  const { mutate: change } = useCommand('ticket:change');
  const [colleague, setColleague] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const colleagues = (choices?.colleagues ?? []).filter(({ remoteId }) => remoteId !== choices?.userRemoteId);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setWasTried(true);
    const chosen = colleagues.find(({ remoteId }) => String(remoteId) === colleague);
    if (chosen === undefined) return;
    handOver.mutate(
      { ticketId: ticket.id, colleagueRemoteId: chosen.remoteId, note },
      {
        onSuccess: ({ before }) => {
          onClose();
          showUndoNotice({
            topic: `ticket ${ticket.id}`,
            message: t('ticket:handOver.done', { number: ticket.number, name: chosen.name }),
            onUndo: () => change({ ticketId: ticket.id, change: before }),
          });
        },
      },
    );
  };
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="md">
        <Select
          label={t('ticket:handOver.to')}
          placeholder={t('ticket:handOver.placeholder')}
          nothingFoundMessage={t('ticket:handOver.nobody')}
          data={colleagues.map(({ remoteId, name }) => ({ value: String(remoteId), label: name }))}
          value={colleague}
          onChange={setColleague}
          error={wasTried && colleague === null ? t('ticket:handOver.missing') : null}
          searchable
          selectFirstOptionOnChange
          openOnFocus={false}
          data-autofocus
        />
        <Textarea
          label={t('ticket:handOver.note')}
          description={t('ticket:handOver.noteHelp')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          maxLength={20_000}
          minRows={4}
          autosize
        />
        {handOver.isError && <FailureText error={handOver.error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button type="submit" loading={handOver.isPending}>
            {t('ticket:handOver.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
