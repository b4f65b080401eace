import type { TicketView } from '@ipc/ticket-views';
import type { TimersView } from '@ipc/timer-views';
import { Badge, Button, Group, Tooltip, UnstyledButton } from '@mantine/core';
import {
  IconAlarm,
  IconArrowsSplit2,
  IconBellRinging,
  IconFlagFilled,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerStopFilled,
} from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimers } from '../../api/queries';
import { useTimerToggle } from '../../api/use-timer-toggle';
import { classNames } from '../../ui/class-names';
import { SyncMark } from '../../ui/SyncMark';
import { useFormat } from '../../ui/use-format';
import { useWorkbenchActions } from '../../ui/workbench-actions';
import { AssigneeMenu } from './AssigneeMenu';
import { StageMenu } from './StageMenu';
import { StartEarlierMenu } from './StartEarlierMenu';
import styles from './TicketHeader.module.css';
import { TicketTitle } from './TicketTitle';

const cx = classNames(styles);

interface TicketHeaderProps {
  readonly ticket: TicketView;
  readonly headingId: string;
}

/** What the ticket is called, whose it is, under which agreements, and its timer. */
export function TicketHeader({ ticket, headingId }: TicketHeaderProps) {
  const { t } = useTranslation(['ticket', 'common']);
  const format = useFormat();
  const { openSync } = useWorkbenchActions();
  const agreements = ticket.customer?.agreements ?? [];

  return (
    <header className={cx('header')}>
      <div className={cx('words')}>
        <TicketTitle key={ticket.id} ticket={ticket} headingId={headingId} />
        <Group gap="8px 12px" className={cx('facts')}>
          <span className={cx('customer')}>{ticket.customer?.name ?? t('common:noCustomer')}</span>
          {agreements.map(({ kind, terms }) => (
            <Badge key={`${kind} ${terms}`} variant="default" size="md" radius="sm" tt="none" fw={500}>
              {terms === 'current'
                ? t(`common:agreement.${kind}`)
                : t('common:agreementUnder', {
                    agreement: t(`common:agreement.${kind}`),
                    terms: t(`common:terms.${terms}`),
                  })}
            </Badge>
          ))}
          {agreements.length === 0 && <span className={cx('quiet')}>{t('ticket:noAgreement')}</span>}
          <StageMenu ticket={ticket} />
          <AssigneeMenu ticket={ticket} />
          {ticket.sync !== 'sent' && ticket.sync !== 'kept-here' && (
            <SyncMark state={ticket.sync} label={t(`ticket:sync.${ticket.sync}`)} />
          )}
          {ticket.conflictCount > 0 && (
            <UnstyledButton className={cx('mark', 'warn', 'choice')} onClick={openSync}>
              <IconArrowsSplit2 size={15} stroke={1.75} aria-hidden />
              {t('ticket:conflicts', { count: ticket.conflictCount })}
            </UnstyledButton>
          )}
          {ticket.escalation.kind === 'accepted' && (
            <span className={cx('mark', 'danger')}>
              <IconFlagFilled size={14} aria-hidden />
              {t('ticket:escalation.accepted', { at: format.dayTime(ticket.escalation.at) })}
            </span>
          )}
          {ticket.escalation.kind === 'requested' && (
            <span className={cx('mark', 'warn')}>
              <IconBellRinging size={15} stroke={1.75} aria-hidden />
              {t('ticket:escalation.requested', { at: format.dayTime(ticket.escalation.at) })}
            </span>
          )}
          {ticket.timeCriticalCategory !== null && (
            <span className={cx('mark', 'warn')}>
              <IconAlarm size={15} stroke={1.75} aria-hidden />
              {t(`common:timeCritical.${ticket.timeCriticalCategory}`)}
            </span>
          )}
        </Group>
      </div>
      <TicketTimer ticketId={ticket.id} />
    </header>
  );
}

function TicketTimer({ ticketId }: { readonly ticketId: string }) {
  const { t } = useTranslation();
  const { stopTimer } = useWorkbenchActions();
  const { toggle, isPending } = useTimerToggle();
  const selectTimer = useCallback(
    ({ running, paused }: TimersView) => {
      if (running?.ticketId === ticketId) return { id: running.id, state: 'running' as const };
      const timer = paused.find((candidate) => candidate.ticketId === ticketId);
      return timer === undefined ? null : { id: timer.id, state: 'paused' as const };
    },
    [ticketId],
  );
  const timer = useTimers(selectTimer) ?? null;
  const isRunning = timer?.state === 'running';
  const label = timer === null ? t('action.startTimer') : isRunning ? t('action.pauseTimer') : t('action.resumeTimer');

  return (
    <Group gap="sm" wrap="nowrap">
      <Button.Group>
        <Button
          variant={isRunning ? 'default' : 'filled'}
          leftSection={
            isRunning ? <IconPlayerPauseFilled size={15} aria-hidden /> : <IconPlayerPlayFilled size={15} aria-hidden />
          }
          disabled={isPending}
          onClick={() => toggle(ticketId)}
        >
          {label}
        </Button>
        {!isRunning && <StartEarlierMenu ticketId={ticketId} />}
      </Button.Group>
      {timer !== null && (
        <Tooltip label={t('action.stopTimer')}>
          <Button variant="default" px={8} aria-label={t('action.stopTimer')} onClick={() => stopTimer(timer.id)}>
            <IconPlayerStopFilled size={16} aria-hidden />
          </Button>
        </Tooltip>
      )}
    </Group>
  );
}
