import type { TargetView } from '@ipc/handling-views';
import type { TicketView } from '@ipc/ticket-views';
import { Button, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { formatWorkingTime } from '../../../ui/format';
import { useFormat } from '../../../ui/use-format';
import { useWorkbenchActions } from '../../../ui/workbench-actions';
import styles from './HandlingSections.module.css';
import { standingEvent } from './standing-event';

const cx = classNames(styles);

/** So many working minutes before a target is due its words stand out. */
const SOON_MINUTES = 60;

/** Where the ticket stands, the target it runs against, its line of support and when it is followed up. */
export function TargetSection({ ticket }: { readonly ticket: TicketView }) {
  const { t } = useTranslation('handling');
  const format = useFormat();
  const { handleTicket } = useWorkbenchActions();
  const { status, changes, line, followUp, events } = ticket.handling;
  const since = changes.findLast((change) => change.status === status);
  const passed = standingEvent(events, 'passed-over');
  const isOpen = ticket.state !== 'solved';
  return (
    <section className={cx('section')}>
      <Title order={3} className={cx('heading')}>
        {t('target.title')}
      </Title>
      <dl className={cx('facts')}>
        <Fact name={t('target.state')}>
          <strong data-testid="ticket-status">{t(`status.${status}`)}</strong>
          {since !== undefined && (
            <span className={cx('quiet')}>
              {since.isExact
                ? t('target.since', { at: format.dayTime(since.at) })
                : t('target.sinceAtLatest', { at: format.dayTime(since.at) })}
            </span>
          )}
        </Fact>
        <Fact name={t('target.target')}>
          {ticket.target === null ? t('target.none') : <Target target={ticket.target} />}
        </Fact>
        {ticket.target !== null && ticket.target.pausedWorkingMinutes > 0 && (
          <Fact name={t('target.waited')}>
            {t('target.waitedTime', { time: workingTime(ticket.target.pausedWorkingMinutes, ticket.target) })}
          </Fact>
        )}
        <FactWithActions name={t('target.line')}>
          <span data-testid="support-line">{t(`target.lines.${line}`)}</span>
          {isOpen && (
            <Actions>
              {line === 'first' ? (
                <Action onClick={() => handleTicket('second-line', ticket.id)}>{t('target.toSecond')}</Action>
              ) : (
                <Action onClick={() => handleTicket('first-line', ticket.id)}>{t('target.toFirst')}</Action>
              )}
            </Actions>
          )}
        </FactWithActions>
        <FactWithActions name={t('target.followUp')}>
          {followUp === null ? (
            <span>{t('target.followUpNone')}</span>
          ) : (
            <span className={cx(followUp.isDue && 'soon')}>
              {followUp.isDue
                ? t('target.followUpDue', { day: format.shortDay(followUp.on) })
                : t('target.followUpOn', { day: format.shortDay(followUp.on) })}
            </span>
          )}
          <Actions>
            <Action onClick={() => handleTicket('follow-up', ticket.id)}>
              {followUp === null ? t('target.followUpSet') : t('target.followUpChange')}
            </Action>
          </Actions>
        </FactWithActions>
        {ticket.timeCriticalCategory !== null && isOpen && (
          <FactWithActions name={t('target.passedOver')}>
            <span>{passed === null ? t('target.followUpNone') : passed.handling.reason}</span>
            <Actions>
              <Action onClick={() => handleTicket('pass-over', ticket.id)}>{t('target.passOver')}</Action>
            </Actions>
          </FactWithActions>
        )}
      </dl>
    </section>
  );
}

function workingTime(minutes: number, { minutesPerWorkingDay }: TargetView): string {
  return formatWorkingTime(minutes, minutesPerWorkingDay);
}

function Target({ target }: { readonly target: TargetView }) {
  const { t } = useTranslation(['ticket', 'handling']);
  const format = useFormat();
  const at = format.dateTime(target.dueAt);
  const left = target.leftWorkingMinutes;
  const isOverdue = left < 0;
  return (
    <span data-testid="target">
      {target.kind === 'assignment'
        ? t('ticket:overview.targetAssignment', { at })
        : t('ticket:overview.targetResolution', { at })}
      <span className={cx('line', isOverdue ? 'overdue' : left <= SOON_MINUTES && !target.isPaused && 'soon')}>
        {isOverdue
          ? t('handling:target.overdue', { late: workingTime(-left, target) })
          : left === 0
            ? t('handling:target.now')
            : t('handling:target.left', { left: workingTime(left, target) })}
      </span>
      {target.isPaused && <span className={cx('quiet')}>{t('handling:target.paused')}</span>}
    </span>
  );
}

/** One fact with its name. */
export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A fact with what can be done about it behind it. */
function FactWithActions({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={cx('withActions')}>{children}</dd>
    </div>
  );
}

/** What can be done about a fact. */
export function Actions({ children }: { readonly children: ReactNode }) {
  return <span className={cx('actions')}>{children}</span>;
}

/** One of the things that can be done. */
export function Action({ onClick, children }: { readonly onClick: () => void; readonly children: ReactNode }) {
  return (
    <Button variant="default" size="compact-xs" onClick={onClick}>
      {children}
    </Button>
  );
}
