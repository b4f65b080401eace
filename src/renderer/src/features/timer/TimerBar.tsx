import { formatClockDuration } from '@core/time/duration-text';
import type { TimerView } from '@ipc/timer-views';
import { Button, Text, Tooltip, UnstyledButton } from '@mantine/core';
import {
  IconCamera,
  IconClockPlay,
  IconPlayerPauseFilled,
  IconPlayerStopFilled,
  IconPointFilled,
  IconZzz,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ticketQuery, timersQuery } from '../../api/queries';
import { useCommand } from '../../api/use-command';
import { classNames } from '../../ui/class-names';
import { FourHourMeter } from '../../ui/FourHourMeter';
import { useFormat } from '../../ui/use-format';
import { useWorkbenchActions } from '../../ui/workbench-actions';
import { PausedTimers } from './PausedTimers';
import styles from './TimerBar.module.css';

const cx = classNames(styles);

/** The bar that every view has: what is being timed, for how long, and how much of the limit is used. */
export function TimerBar() {
  const { t } = useTranslation('timer');
  const timers = useQuery(timersQuery).data;
  const { startCapture } = useWorkbenchActions();
  const running = timers?.running ?? null;
  const paused = timers?.paused ?? [];

  return (
    <section className={cx('bar')} aria-label={t('bar')} data-testid="timer-bar" data-running={running !== null}>
      {running === null ? <IdleTimer /> : <RunningTimer timer={running} />}
      <div className={cx('actions')}>
        {running !== null && <RunningActions timer={running} />}
        {paused.length > 0 && <PausedTimers timers={paused} />}
        <Tooltip label={`${t('capture')} (C)`}>
          <Button variant="default" px={8} aria-label={t('capture')} onClick={() => startCapture()}>
            <IconCamera size={18} stroke={1.75} aria-hidden />
          </Button>
        </Tooltip>
      </div>
      <div className={cx('meter')}>
        {running !== null && (
          <>
            <FourHourMeter meter={running.meter} />
            {running.meter.reachedPermille >= 1000 && <AtLimit timer={running} />}
          </>
        )}
      </div>
    </section>
  );
}

function IdleTimer() {
  const { t } = useTranslation('timer');
  return (
    <div className={cx('idle')}>
      <IconClockPlay size={20} stroke={1.5} aria-hidden />
      <span>
        <Text component="span" size="sm" fw={600} display="block">
          {t('idle')}
        </Text>
        <Text component="span" size="sm" c="dimmed" display="block">
          {t('idleHint')}
        </Text>
      </span>
    </div>
  );
}

function RunningTimer({ timer }: { readonly timer: TimerView }) {
  const { t } = useTranslation(['timer', 'common']);
  const format = useFormat();
  const { openTicket } = useWorkbenchActions();
  return (
    <div className={cx('running')}>
      {timer.away === null ? (
        <span className={cx('state')}>
          <IconPointFilled size={14} aria-hidden />
          {t('timer:running')}
        </span>
      ) : (
        <span className={cx('state', 'away')} data-testid="timer-away">
          <IconZzz size={16} stroke={1.75} aria-hidden />
          {t('timer:away.short', { since: format.time(timer.away.since) })}
        </span>
      )}
      <Tooltip label={`${timer.ticketTitle} · ${timer.customerName ?? t('common:noCustomer')}`}>
        <UnstyledButton className={cx('ticket')} onClick={() => openTicket(timer.ticketId, { focus: true })}>
          <span className={cx('number')}>{timer.ticketNumber}</span>
          <span className={cx('title')}>{timer.ticketTitle}</span>
          <span className={cx('customer')}>{timer.customerName ?? t('common:noCustomer')}</span>
        </UnstyledButton>
      </Tooltip>
      <time
        className={cx('elapsed', timer.away !== null && 'still')}
        data-testid="timer-elapsed"
        title={t('timer:elapsed')}
      >
        {formatClockDuration(timer.workedSeconds)}
      </time>
    </div>
  );
}

/** The way to the decision that the limit asks for, or what was decided. */
function AtLimit({ timer }: { readonly timer: TimerView }) {
  const { t } = useTranslation('limit');
  const { decideLimit } = useWorkbenchActions();
  const decision = useQuery(ticketQuery(timer.ticketId)).data?.limit.decision ?? null;
  return (
    <Tooltip label={`${t('decideOn', { number: timer.ticketNumber })} (G)`}>
      <Button
        size="compact-xs"
        variant={decision === null ? 'filled' : 'default'}
        flex="none"
        onClick={() => decideLimit(timer.ticketId)}
      >
        {decision === null ? t('decide') : t(`decided.${decision.decision}`)}
      </Button>
    </Tooltip>
  );
}

function RunningActions({ timer }: { readonly timer: TimerView }) {
  const { t } = useTranslation('timer');
  const { stopTimer } = useWorkbenchActions();
  const pause = useCommand('timer:pause');
  return (
    <>
      <Tooltip label={t('pause')}>
        <Button
          variant="default"
          px={8}
          aria-label={t('pause')}
          disabled={pause.isPending}
          onClick={() => pause.mutate({ timerId: timer.id })}
        >
          <IconPlayerPauseFilled size={18} aria-hidden />
        </Button>
      </Tooltip>
      <Tooltip label={t('stop')}>
        <Button variant="filled" px={8} aria-label={t('stop')} onClick={() => stopTimer(timer.id)}>
          <IconPlayerStopFilled size={18} aria-hidden />
        </Button>
      </Tooltip>
    </>
  );
}
