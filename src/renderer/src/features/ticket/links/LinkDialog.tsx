import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ticketQuery } from '../../../api/queries';
import { FailureText } from '../../../ui/FailureText';
import { MergeForm } from './MergeForm';
import { SplitForm } from './SplitForm';

interface LinkDialogProps {
  readonly step: 'split' | 'merge';
  readonly ticketId: string;
  /** The ticket to keep, where it is known already. */
  readonly keptId: string | null;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Splits a part off a ticket, or merges it as a duplicate of another one. */
export function LinkDialog({ step, ticketId, keptId, opened, onClose }: LinkDialogProps) {
  const { t } = useTranslation(['links', 'common']);
  const ticket = useQuery(ticketQuery(ticketId));
  const number = ticket.data?.number ?? '';
  return (
    <Modal
      opened={opened && !ticket.isPending}
      onClose={onClose}
      size={640}
      title={step === 'split' ? t('links:split.dialogTitle', { number }) : t('links:merge.dialogTitle', { number })}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      {ticket.isError && <FailureText error={ticket.error} />}
      {opened && ticket.data !== undefined && step === 'split' && (
        <SplitForm key={ticketId} ticketId={ticketId} onClose={onClose} />
      )}
      {opened && ticket.data !== undefined && step === 'merge' && (
        <MergeForm key={`${ticketId} ${keptId}`} ticketId={ticketId} keptId={keptId} onClose={onClose} />
      )}
    </Modal>
  );
}
