import type { TimesheetLineId } from '@core/ids';
import type { Interval } from '@core/time/interval';
import type { TimesheetDayView } from '@ipc/timesheet-views';
import { type CSSProperties, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { axisRangeOf, glanceAt, hoursOf, percentOfMinute } from '../axis-layout';
import { type LinePointer, listenForLines } from '../pointer';
import styles from './Axis.module.css';
import { AxisDay } from './AxisDay';
import { AxisHeads } from './AxisHeads';
import { UntimedStrip } from './UntimedStrip';
import { useAxisScroll } from './use-axis-scroll';
import { useHeight } from './use-height';

const cx = classNames(styles);

/** An hour is never lower than this: half an hour can still be hit and read. */
const LEAST_HOUR_PX = 48;

const WHOLE = 'minmax(0, 1fr)';

interface AxisProps {
  readonly days: readonly TimesheetDayView[];
  readonly span: 'day' | 'week';
  readonly shownDate: string;
  readonly today: string;
  readonly chosenIds: ReadonlySet<TimesheetLineId>;
  readonly tabStopId: TimesheetLineId | null;
  readonly isPending: boolean;
  readonly pointer: LinePointer;
  readonly onAddAt: (date: string, gap: Interval) => void;
  readonly onOpenDay: (date: string) => void;
}

/** A day or a week as blocks of time. */
export function Axis(props: AxisProps) {
  const { days, span, shownDate, today, chosenIds, tabStopId, isPending, pointer, onAddAt, onOpenDay } = props;
  const { t } = useTranslation('timesheet');
  const range = useMemo(() => axisRangeOf(days), [days]);
  const hours = hoursOf(range);
  const hourCount = hours.length - 1;
  const [canvasRef, canvasPx] = useHeight();
  const pxPerHour = Math.max(LEAST_HOUR_PX, Math.floor(canvasPx / hourCount));
  const panelRef = useRef<HTMLElement>(null);
  const glance = useMemo(() => glanceAt(days, today, range), [days, today, range]);
  useAxisScroll(panelRef, canvasPx, glance, isPending ? '' : `${span} ${days[0]?.date}`);
  const style: CSSProperties & { [name: `--${string}`]: string | number } = {
    '--columns': span === 'day' ? WHOLE : days.map(columnOf).join(' '),
    '--hours': hourCount,
    '--least': `${hourCount * LEAST_HOUR_PX}px`,
  };
  // What scrolls has to be reached by keyboard: through what is in it, or else itself.
  const isBare = days.every(({ lines, timers }) => lines.length === 0 && timers.length === 0) && span === 'day';
  const hasUntimed = days.some(({ lines }) => lines.some(({ intervals }) => intervals.length === 0));

  return (
    // Clicks are heard in one place; the keyboard reaches every line through its own button.
    <section
      ref={panelRef}
      className={cx('axis', span)}
      style={style}
      aria-label={t('axis')}
      data-panel="axis"
      tabIndex={isBare ? 0 : undefined}
      {...listenForLines('axis', days, pointer)}
    >
      {span === 'week' && <AxisHeads days={days} shownDate={shownDate} today={today} onOpenDay={onOpenDay} />}
      <div className={cx('canvas')} ref={canvasRef}>
        <div className={cx('hours')} aria-hidden>
          {hours.map((hour) => (
            <span key={hour} className={cx('hour')} style={{ top: `${percentOfMinute(hour * 60, range)}%` }}>
              {String(hour).padStart(2, '0')}
            </span>
          ))}
        </div>
        {canvasPx > 0 &&
          days.map((day) => (
            <AxisDay
              key={day.date}
              day={day}
              range={range}
              pxPerHour={pxPerHour}
              isToday={day.date === today}
              isShown={span === 'week' && day.date === shownDate}
              chosenIds={chosenIds}
              tabStopId={tabStopId}
              onAddAt={onAddAt}
            />
          ))}
      </div>
      {hasUntimed && <UntimedStrip days={days} chosenIds={chosenIds} tabStopId={tabStopId} />}
    </section>
  );
}

/** A day off on which nothing was done needs little room beside the others. */
function columnOf({ isWorkingDay, lines, timers }: TimesheetDayView): string {
  return isWorkingDay || lines.length > 0 || timers.length > 0 ? WHOLE : 'minmax(0, 0.4fr)';
}
