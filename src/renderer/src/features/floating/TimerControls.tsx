import { formatClockDuration } from '@core/time/duration-text';
import type { TimerView } from '@ipc/timer-views';
import { Button } from '@mantine/core';
import {
  type Icon,
  IconArrowsExchange,
  IconCamera,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerStopFilled,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command';
import { classNames } from '../../ui/class-names';
import styles from './FloatingTimer.module.css';

const cx = classNames(styles);

interface TimerControlsProps {
  readonly timer: TimerView;
  readonly othersCount: number;
  readonly isSwitching: boolean;
  readonly isBusy: boolean;
  readonly onPause: () => void;
  readonly onResume: () => void;
  readonly onSwitch: () => void;
}

/** How long it has been, and the buttons. */
export function TimerControls(props: TimerControlsProps) {
  const { timer, othersCount, isSwitching, isBusy, onPause, onResume, onSwitch } = props;
  const { t } = useTranslation('floating');
  const stop = useCommand('window:stop-timer', { showsFailure: true });
  const capture = useCommand('window:start-capture', { showsFailure: true });
  return (
    <div className={cx('controls')}>
      <time className={cx('elapsed')} data-testid="floating-elapsed">
        {formatClockDuration(timer.workedSeconds)}
      </time>
      {timer.state === 'running' ? (
        <Control icon={IconPlayerPauseFilled} label={t('pause')} isDisabled={isBusy} onClick={onPause} />
      ) : (
        <Control icon={IconPlayerPlayFilled} label={t('resume')} isDisabled={isBusy} onClick={onResume} />
      )}
      <Control icon={IconPlayerStopFilled} label={t('stop')} onClick={() => stop.mutate({ timerId: timer.id })} />
      {othersCount > 0 && (
        <Control
          icon={IconArrowsExchange}
          label={t('switch', { count: othersCount })}
          text={String(othersCount)}
          isExpanded={isSwitching}
          onClick={onSwitch}
        />
      )}
      <Control icon={IconCamera} label={t('capture')} onClick={() => capture.mutate({})} />
    </div>
  );
}

interface ControlProps {
  readonly icon: Icon;
  readonly label: string;
  readonly text?: string;
  readonly isDisabled?: boolean;
  readonly isExpanded?: boolean;
  readonly onClick: () => void;
}

function Control({ icon: ControlIcon, label, text, isDisabled = false, isExpanded, onClick }: ControlProps) {
  return (
    // The system's own tooltip: one of the page would be cut at the edge of so small a window.
    <Button
      className={cx('control')}
      variant="default"
      px={8}
      aria-label={label}
      aria-expanded={isExpanded}
      title={label}
      disabled={isDisabled}
      onClick={onClick}
    >
      <ControlIcon size={16} stroke={1.75} aria-hidden />
      {text !== undefined && <span className={cx('count')}>{text}</span>}
    </Button>
  );
}
