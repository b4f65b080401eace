import type { TimerView } from '@ipc/timer-views';
import { UnstyledButton } from '@mantine/core';
import { IconPlayerPauseFilled, IconPointFilled, IconWindowMaximize, IconZzz } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command';
import { classNames } from '../../ui/class-names';
import { useFormat } from '../../ui/use-format';
import styles from './FloatingTimer.module.css';

const cx = classNames(styles);

/** Which ticket, whether it runs, and the way back to the main window. */
export function FloatingHead({ timer }: { readonly timer: TimerView | null }) {
  const { t } = useTranslation('floating');
  const show = useCommand('window:show', { showsFailure: true });
  return (
    <div className={cx('head')}>
      {timer === null ? <span className={cx('state')}>{t('none')}</span> : <Ticket timer={timer} />}
      <UnstyledButton
        className={cx('back')}
        aria-label={t('back')}
        title={t('back')}
        onClick={() => show.mutate({})}
        data-testid="floating-back"
      >
        <IconWindowMaximize size={16} stroke={1.75} aria-hidden />
      </UnstyledButton>
    </div>
  );
}

function Ticket({ timer }: { readonly timer: TimerView }) {
  const { t } = useTranslation('floating');
  const open = useCommand('window:open-ticket', { showsFailure: true });
  const label = t('openTicket', { number: timer.ticketNumber });
  return (
    <>
      <State timer={timer} />
      <UnstyledButton
        className={cx('ticket')}
        title={`${timer.ticketNumber} ${timer.ticketTitle}\n${label}`}
        onClick={() => open.mutate({ ticketId: timer.ticketId })}
      >
        <span className={cx('number')}>{timer.ticketNumber}</span>
        <span className={cx('title')}>{timer.ticketTitle}</span>
      </UnstyledButton>
    </>
  );
}

/** Whether it runs, in words and by an icon; while nobody is known to be at work it says since when. */
function State({ timer }: { readonly timer: TimerView }) {
  const { t } = useTranslation('floating');
  const format = useFormat();
  if (timer.state !== 'running') {
    return (
      <span className={cx('state')}>
        <IconPlayerPauseFilled size={14} aria-hidden />
        {t('paused')}
      </span>
    );
  }
  if (timer.away !== null) {
    return (
      <span className={cx('state', 'away')}>
        <IconZzz size={14} stroke={1.75} aria-hidden />
        {t('away', { since: format.time(timer.away.since) })}
      </span>
    );
  }
  return (
    <span className={cx('state', 'running')}>
      <IconPointFilled size={14} aria-hidden />
      {t('running')}
    </span>
  );
}
