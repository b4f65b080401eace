import { addDays, isoWeekdayOf } from '@core/time/stockholm-days';
import type { TicketView } from '@ipc/ticket-views';
import { Button, Group, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockQuery } from '../../../api/queries';
import { toMomentText } from '../../../ui/stockholm-moment';
import { useFormat } from '../../../ui/use-format';
import { HandlingForm } from './HandlingForm';
import { useHandle } from './use-handle';

interface FollowUpFormProps {
  readonly ticket: TicketView;
  readonly onClose: () => void;
}

/** Chooses the day on which a ticket is to be looked at again. */
export function FollowUpForm({ ticket, onClose }: FollowUpFormProps) {
  const { t } = useTranslation('handling');
  const format = useFormat();
  const { handle, isPending, error } = useHandle(ticket);
  const clock = useQuery(clockQuery).data;
  const { followUp } = ticket.handling;
  const [date, setDate] = useState(followUp?.on ?? '');
  const [wasTried, setWasTried] = useState(false);
  const submit = () => {
    setWasTried(true);
    if (date === '') return;
    const message = t('dialog.follow-up.done', { number: ticket.number, day: format.shortDay(date) });
    handle({ kind: 'follow-up', on: date }, message, onClose);
  };
  const remove = () =>
    handle({ kind: 'follow-up', on: null }, t('dialog.follow-up.removed', { number: ticket.number }), onClose);
  const today = clock === undefined ? null : toMomentText(clock.now).date;
  return (
    <HandlingForm
      help={t('dialog.follow-up.help')}
      submitLabel={t('dialog.follow-up.submit')}
      isPending={isPending}
      error={error}
      onSubmit={submit}
      onCancel={onClose}
    >
      <TextInput
        type="date"
        label={t('dialog.follow-up.date')}
        value={date}
        onChange={(event) => setDate(event.currentTarget.value)}
        error={wasTried && date === '' ? t('dialog.follow-up.dateInvalid') : null}
        w={180}
        required
        data-autofocus
      />
      <Group gap="sm">
        {today !== null && (
          <>
            <Button variant="default" size="xs" onClick={() => setDate(nextWeekday(today))}>
              {t('dialog.follow-up.tomorrow')}
            </Button>
            <Button variant="default" size="xs" onClick={() => setDate(addDays(today, 7))}>
              {t('dialog.follow-up.week')}
            </Button>
          </>
        )}
        {followUp !== null && (
          <Button variant="default" size="xs" onClick={remove}>
            {t('dialog.follow-up.remove')}
          </Button>
        )}
      </Group>
    </HandlingForm>
  );
}

/** The next day from Monday to Friday. */
function nextWeekday(date: string): string {
  const next = addDays(date, 1);
  const weekday = isoWeekdayOf(next);
  return weekday <= 5 ? next : addDays(next, 8 - weekday);
}
