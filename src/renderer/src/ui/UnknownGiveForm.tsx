import type { TicketId } from '@core/ids';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queueQuery } from '../api/queries';
import { classNames } from './class-names';
import { leaveOnEscape } from './leave-on-escape';
import { TicketSelect } from './TicketSelect';
import styles from './UnknownForm.module.css';
import type { UnknownQuestion } from './unknown-question';

const cx = classNames(styles);

interface UnknownGiveFormProps {
  readonly question: UnknownQuestion;
  readonly isSaving: boolean;
  readonly onGive: (ticketId: TicketId, number: string) => void;
  readonly onCancel: () => void;
}

/** Asks which ticket the unknown time was work on. */
export function UnknownGiveForm({ question, isSaving, onGive, onCancel }: UnknownGiveFormProps) {
  const { t } = useTranslation(['unknown', 'common']);
  const queryClient = useQueryClient();
  const [ticketId, setTicketId] = useState<TicketId | null>(null);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (ticketId === null || isSaving) return;
    const rows = queryClient.getQueryData(queueQuery('all', '').queryKey)?.rows ?? [];
    onGive(ticketId, rows.find(({ id }) => id === ticketId)?.number ?? '');
  };

  return (
    <form className={cx('form')} onSubmit={onSubmit} onKeyDown={leaveOnEscape(onCancel)}>
      <TicketSelect
        label={t('unknown:giveTo')}
        isLabelHidden
        value={ticketId}
        without={question.ticketId}
        onChange={setTicketId}
        className={cx('ticket')}
        hasFocusFirst
      />
      <Button type="submit" disabled={ticketId === null} loading={isSaving}>
        {t('unknown:giveNow')}
      </Button>
      <Button variant="default" onClick={onCancel}>
        {t('common:action.cancel')}
      </Button>
    </form>
  );
}
