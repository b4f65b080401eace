import type { TicketId } from '@core/ids';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
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
  const [chosen, setChosen] = useState<{ id: TicketId; number: string } | null>(null);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen === null || isSaving) return;
    onGive(chosen.id, chosen.number);
  };

  return (
    <form className={cx('form')} onSubmit={onSubmit} onKeyDown={leaveOnEscape(onCancel)}>
      <TicketSelect
        label={t('unknown:giveTo')}
        isLabelHidden
        value={chosen?.id ?? null}
        without={question.ticketId}
        onChange={(id, number) => setChosen({ id, number })}
        className={cx('ticket')}
        hasFocusFirst
      />
      <Button type="submit" disabled={chosen === null} loading={isSaving}>
        {t('unknown:giveNow')}
      </Button>
      <Button variant="default" onClick={onCancel}>
        {t('common:action.cancel')}
      </Button>
    </form>
  );
}
