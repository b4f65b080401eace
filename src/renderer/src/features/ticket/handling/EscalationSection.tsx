import type { TicketView } from '@ipc/ticket-views';
import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { useFormat } from '../../../ui/use-format';
import { useWorkbenchActions } from '../../../ui/workbench-actions';
import styles from './HandlingSections.module.css';
import { standingEvent } from './standing-event';
import { Action, Actions, Fact } from './TargetSection';

const cx = classNames(styles);

/** Whether the customer called to go before everybody else, what was said, and what was decided. */
export function EscalationSection({ ticket }: { readonly ticket: TicketView }) {
  const { t } = useTranslation('handling');
  const format = useFormat();
  const { handleTicket } = useWorkbenchActions();
  const { escalation, handling } = ticket;
  const call = standingEvent(handling.events, 'escalation-requested');
  const accepted = standingEvent(handling.events, 'escalation-accepted');
  const declined = standingEvent(handling.events, 'escalation-declined');
  if (ticket.state === 'solved' && call === null) return null;
  return (
    <section className={cx('section')} data-testid="escalation">
      <Title order={3} className={cx('heading')}>
        {t('escalation.title')}
      </Title>
      <dl className={cx('facts')}>
        <div>
          <dt className={cx('quiet')}>
            {escalation.kind === 'none' &&
              (declined === null || call === null
                ? t('escalation.none')
                : t('escalation.declined', { at: format.dayTime(declined.at), reason: declined.handling.reason }))}
            {escalation.kind === 'requested' && t('escalation.requested', { at: format.dayTime(escalation.at) })}
            {escalation.kind === 'accepted' && t('escalation.accepted', { at: format.dayTime(escalation.at) })}
          </dt>
          <dd>
            <Actions>
              {escalation.kind === 'none' && ticket.state !== 'solved' && (
                <Action onClick={() => handleTicket('escalate', ticket.id)}>{t('escalation.escalate')}</Action>
              )}
              {escalation.kind === 'requested' && (
                <>
                  <Action onClick={() => handleTicket('accept', ticket.id)}>{t('escalation.accept')}</Action>
                  <Action onClick={() => handleTicket('decline', ticket.id)}>{t('escalation.decline')}</Action>
                </>
              )}
              {escalation.kind === 'accepted' && (
                <Action onClick={() => handleTicket('confirm', ticket.id)}>{t('escalation.confirm')}</Action>
              )}
            </Actions>
          </dd>
        </div>
        {escalation.kind !== 'none' && call !== null && (
          <>
            <Fact name={t('escalation.calledBy')}>
              {call.handling.calledBy}, {format.dayTime(call.handling.calledAt)}
            </Fact>
            <Fact name={t('escalation.about')}>{call.handling.about}</Fact>
            <Fact name={t('escalation.user')}>{call.handling.userDetails || t('escalation.userMissing')}</Fact>
            <Fact name={t('escalation.dump')}>
              {call.handling.hasScreenDump ? t('escalation.dumpThere') : t('escalation.dumpMissing')}
            </Fact>
          </>
        )}
        {escalation.kind === 'accepted' && (
          <Fact name={t('escalation.note')}>
            {accepted !== null && accepted.handling.note !== '' && (
              <span className={cx('line')}>{accepted.handling.note}</span>
            )}
            {t('escalation.overtime')}
          </Fact>
        )}
      </dl>
    </section>
  );
}
