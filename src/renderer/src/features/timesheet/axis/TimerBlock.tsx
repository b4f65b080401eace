import type { Interval } from '@core/time/interval';
import type { TimesheetDayView } from '@ipc/timesheet-views';
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { useFormat } from '../../../ui/use-format';
import { useWorkbenchActions } from '../../../ui/workbench-actions';
import { type AxisBlock, type AxisRange, percentOfInstant } from '../axis-layout';
import { useNowMinute } from '../use-now';
import { acrossDay } from './across-day';
import styles from './TimerBlock.module.css';

const cx = classNames(styles);

export type SheetTimer = TimesheetDayView['timers'][number];

interface TimerBlockProps {
  readonly date: string;
  readonly timer: SheetTimer;
  readonly interval: Interval;
  readonly block: AxisBlock;
  readonly range: AxisRange;
}

/** A stretch of a timer that has not been stopped. The last stretch of a running one grows with the beats. */
export const TimerBlock = memo(function TimerBlock(props: TimerBlockProps) {
  const isGrowing = props.timer.state === 'running' && props.interval === props.timer.intervals.at(-1);
  return isGrowing ? <GrowingBlock {...props} /> : <StillBlock {...props} heightPercent={props.block.heightPercent} />;
});

function GrowingBlock(props: TimerBlockProps) {
  const { date, block, range } = props;
  const now = useNowMinute();
  const bottom = now === undefined ? null : percentOfInstant(date, now, range);
  const grown = bottom === null ? 0 : bottom - block.topPercent;
  return <StillBlock {...props} heightPercent={Math.max(grown, block.heightPercent)} />;
}

function StillBlock({ timer, interval, block, heightPercent }: TimerBlockProps & { readonly heightPercent: number }) {
  const { t } = useTranslation('timesheet');
  const format = useFormat();
  const { openTicket } = useWorkbenchActions();
  const isRunning = timer.state === 'running';
  const StateIcon = isRunning ? IconPlayerPlayFilled : IconPlayerPauseFilled;
  const name = t(`timer.${timer.state}`, {
    number: timer.ticketNumber,
    title: timer.ticketTitle,
    from: format.time(interval.startedAt),
  });
  return (
    <button
      type="button"
      className={cx('timer', timer.state)}
      style={{
        top: `${block.topPercent}%`,
        height: `${heightPercent}%`,
        ...acrossDay(block),
      }}
      title={name}
      aria-label={name}
      data-testid="timer-block"
      onClick={() => openTicket(timer.ticketId, { focus: true })}
    >
      <StateIcon size={12} aria-hidden className={cx('icon')} />
      <span className={cx('clip')}>
        <strong>{timer.ticketNumber}</strong> {timer.ticketTitle}
      </span>
    </button>
  );
}
