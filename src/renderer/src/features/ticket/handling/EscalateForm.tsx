import type { TicketView } from '@ipc/ticket-views';
import { Checkbox, Group, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockQuery } from '../../../api/queries';
import { type MomentText, parseMoment, toMomentText } from '../../../ui/stockholm-moment';
import { hasAddressedDump } from './ConfirmForm';
import { HandlingForm } from './HandlingForm';
import { useHandle } from './use-handle';

const NOT_READ_YET: MomentText = { date: '', time: '' };

interface EscalateFormProps {
  readonly ticket: TicketView;
  readonly onClose: () => void;
}

/** Writes down that the customer called to go before everybody else. */
export function EscalateForm({ ticket, onClose }: EscalateFormProps) {
  const { t } = useTranslation('handling');
  const { handle, isPending, error } = useHandle(ticket);
  const clock = useQuery(clockQuery).data;
  const [calledBy, setCalledBy] = useState(ticket.contact?.name ?? '');
  const [typedMoment, setTypedMoment] = useState<MomentText | null>(null);
  const [about, setAbout] = useState('');
  const [userDetails, setUserDetails] = useState(ticket.contact?.email ?? '');
  const [hasScreenDump, setHasScreenDump] = useState(hasAddressedDump(ticket));
  const [wasTried, setWasTried] = useState(false);

  const moment = typedMoment ?? (clock === undefined ? NOT_READ_YET : toMomentText(clock.now));
  const calledAt = parseMoment(moment);
  const problem = wasTried && !calledAt.ok ? calledAt.failure : null;
  const submit = () => {
    setWasTried(true);
    if (calledBy.trim() === '' || about.trim() === '' || !calledAt.ok) return;
    handle(
      {
        kind: 'escalation-requested',
        calledBy: calledBy.trim(),
        calledAt: calledAt.value,
        about: about.trim(),
        userDetails: userDetails.trim(),
        hasScreenDump,
      },
      t('dialog.escalate.done', { number: ticket.number }),
      onClose,
    );
  };
  return (
    <HandlingForm
      help={t('dialog.escalate.help')}
      submitLabel={t('dialog.escalate.submit')}
      isPending={isPending}
      error={error}
      onSubmit={submit}
      onCancel={onClose}
    >
      <Group gap="md" align="flex-start" wrap="nowrap">
        <TextInput
          label={t('dialog.escalate.calledBy')}
          value={calledBy}
          onChange={(event) => setCalledBy(event.currentTarget.value)}
          error={wasTried && calledBy.trim() === '' ? t('dialog.escalate.calledByMissing') : null}
          maxLength={200}
          required
          flex="1 1 auto"
        />
        <TextInput
          type="date"
          label={t('dialog.escalate.date')}
          value={moment.date}
          onChange={(event) => setTypedMoment({ ...moment, date: event.currentTarget.value })}
          error={problem === 'date' && t('dialog.escalate.dateInvalid')}
          w={150}
        />
        <TextInput
          label={t('dialog.escalate.time')}
          value={moment.time}
          onChange={(event) => setTypedMoment({ ...moment, time: event.currentTarget.value })}
          error={problem === 'time' && t('dialog.escalate.timeInvalid')}
          maxLength={5}
          w={90}
        />
      </Group>
      <Textarea
        label={t('dialog.escalate.about')}
        value={about}
        onChange={(event) => setAbout(event.currentTarget.value)}
        error={wasTried && about.trim() === '' ? t('dialog.escalate.aboutMissing') : null}
        maxLength={2000}
        minRows={3}
        maxRows={8}
        autosize
        required
        data-autofocus
      />
      <TextInput
        label={t('dialog.escalate.user')}
        description={t('dialog.escalate.userHelp')}
        value={userDetails}
        onChange={(event) => setUserDetails(event.currentTarget.value)}
        maxLength={500}
      />
      <Checkbox
        label={t('dialog.escalate.dump')}
        checked={hasScreenDump}
        onChange={(event) => setHasScreenDump(event.currentTarget.checked)}
      />
    </HandlingForm>
  );
}
