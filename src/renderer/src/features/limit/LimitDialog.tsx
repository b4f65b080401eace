import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ticketQuery } from '../../api/queries';
import { FailureText } from '../../ui/FailureText';
import { LimitChoices } from './LimitChoices';
import { beginLimitDraft, type LimitDraft } from './limit-draft';

interface LimitDialogProps {
  readonly ticketId: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** What is to happen at a ticket's limit. Closed without a decision, what was written is kept. */
export function LimitDialog({ ticketId, opened, onClose }: LimitDialogProps) {
  const { t } = useTranslation(['limit', 'common']);
  const ticket = useQuery(ticketQuery(ticketId));
  const [drafts, setDrafts] = useState<ReadonlyMap<string, LimitDraft>>(new Map());
  const number = ticket.data?.number ?? '';
  const isReached = (ticket.data?.meter.reachedPermille ?? 0) >= 1000;

  const keep = (draft: LimitDraft | null) =>
    setDrafts((current) => {
      const next = new Map(current);
      if (draft === null) next.delete(ticketId);
      else next.set(ticketId, draft);
      return next;
    });

  return (
    <Modal
      opened={opened && !ticket.isPending}
      onClose={onClose}
      size={840}
      title={isReached ? t('limit:title', { number }) : t('limit:titleEarly', { number })}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      {ticket.isError && <FailureText error={ticket.error} title={t('limit:failed')} />}
      {ticket.data !== undefined && (
        <LimitChoices
          key={ticket.data.id}
          ticket={ticket.data}
          draft={drafts.get(ticketId) ?? beginLimitDraft(ticket.data)}
          onDraft={keep}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}
