import type { TicketHandling } from '@core/ticket/ticket-event';
import type { TicketView } from '@ipc/ticket-views';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HandlingForm } from './HandlingForm';
import { useHandle } from './use-handle';

type ReasonedStep = 'decline' | 'second-line' | 'first-line' | 'pass-over';

const HANDLINGS: Readonly<Record<ReasonedStep, (reason: string) => TicketHandling>> = {
  decline: (reason) => ({ kind: 'escalation-declined', reason }),
  'second-line': (reason) => ({ kind: 'moved-to-line', line: 'second', reason }),
  'first-line': (reason) => ({ kind: 'moved-to-line', line: 'first', reason }),
  'pass-over': (reason) => ({ kind: 'passed-over', reason }),
};

interface ReasonFormProps {
  readonly step: ReasonedStep;
  readonly ticket: TicketView;
  readonly onClose: () => void;
}

/** A decision that needs a reason and nothing else. */
export function ReasonForm({ step, ticket, onClose }: ReasonFormProps) {
  const { t } = useTranslation('handling');
  const { handle, isPending, error } = useHandle(ticket);
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const submit = () => {
    setWasTried(true);
    if (reason.trim() === '') return;
    handle(HANDLINGS[step](reason.trim()), t(`dialog.${step}.done`, { number: ticket.number }), onClose);
  };
  return (
    <HandlingForm
      help={t(`dialog.${step}.help`)}
      submitLabel={t(`dialog.${step}.submit`)}
      isPending={isPending}
      error={error}
      onSubmit={submit}
      onCancel={onClose}
    >
      <Textarea
        label={t('dialog.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={wasTried && reason.trim() === '' ? t('dialog.reasonMissing') : null}
        maxLength={2000}
        minRows={2}
        maxRows={8}
        autosize
        required
        data-autofocus
      />
    </HandlingForm>
  );
}
