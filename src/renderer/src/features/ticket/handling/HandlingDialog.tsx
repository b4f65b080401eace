import type { TicketView } from '@ipc/ticket-views';
import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ticketQuery } from '../../../api/queries';
import { FailureText } from '../../../ui/FailureText';
import type { HandlingStep } from '../../../ui/workbench-actions';
import { AcceptForm } from './AcceptForm';
import { ConfirmForm } from './ConfirmForm';
import { EscalateForm } from './EscalateForm';
import { FollowUpForm } from './FollowUpForm';
import { ReasonForm } from './ReasonForm';

interface HandlingDialogProps {
  readonly ticketId: string;
  readonly step: HandlingStep;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Decides or writes down one thing about a ticket. */
export function HandlingDialog({ ticketId, step, opened, onClose }: HandlingDialogProps) {
  const { t } = useTranslation(['handling', 'common']);
  const ticket = useQuery(ticketQuery(ticketId));
  return (
    <Modal
      opened={opened && !ticket.isPending}
      onClose={onClose}
      size={560}
      title={t(`handling:dialog.${step}.title`, { number: ticket.data?.number ?? '' })}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      {ticket.isError && <FailureText error={ticket.error} />}
      {opened && ticket.data !== undefined && (
        <Form key={`${step} ${ticket.data.id}`} step={step} ticket={ticket.data} onClose={onClose} />
      )}
    </Modal>
  );
}

interface FormProps {
  readonly step: HandlingStep;
  readonly ticket: TicketView;
  readonly onClose: () => void;
}

function Form({ step, ticket, onClose }: FormProps) {
  switch (step) {
    case 'escalate':
      return <EscalateForm ticket={ticket} onClose={onClose} />;
    case 'accept':
      return <AcceptForm ticket={ticket} onClose={onClose} />;
    case 'confirm':
      return <ConfirmForm ticket={ticket} onClose={onClose} />;
    case 'follow-up':
      return <FollowUpForm ticket={ticket} onClose={onClose} />;
    case 'decline':
    case 'second-line':
    case 'first-line':
    case 'pass-over':
      return <ReasonForm step={step} ticket={ticket} onClose={onClose} />;
  }
}
