import type { TimesheetLineId } from '@core/ids';
import type { Interval } from '@core/time/interval';
import type { LineView, TimesheetDayView } from '@ipc/timesheet-views';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { useFormat } from '../../../ui/use-format';
import { type AxisRange, layOutPieces, percentOfMinute, piecesOf, placeInterval, SERVICE_RANGE } from '../axis-layout';
import { formatWorked, useLineWords } from '../line-words';
import styles from './AxisDay.module.css';
import { LineBlock } from './LineBlock';
import { NowLine } from './NowLine';
import { type SheetTimer, TimerBlock } from './TimerBlock';

const cx = classNames(styles);

/** What can be hit without aiming, and holds a row of words. */
const LEAST_BLOCK_PX = 24;
const ROW_PX = 16;

interface AxisDayProps {
  readonly day: TimesheetDayView;
  readonly range: AxisRange;
  readonly pxPerHour: number;
  readonly isToday: boolean;
  readonly isShown: boolean;
  readonly chosenIds: ReadonlySet<TimesheetLineId>;
  readonly tabStopId: TimesheetLineId | null;
  readonly onAddAt: (date: string, gap: Interval) => void;
}

/** One date from top to bottom: service hours, lines, open timers, gaps, overlaps and now. */
export const AxisDay = memo(function AxisDay(props: AxisDayProps) {
  const { day, range, pxPerHour, isToday, isShown, chosenIds, tabStopId, onAddAt } = props;
  const { date } = day;
  const format = useFormat();
  const blocks = useMemo(() => {
    const leastMinutes = Math.ceil((LEAST_BLOCK_PX / pxPerHour) * 60);
    const pieces: { key: LineView | SheetTimer; interval: Interval; heldShare: number }[] = [
      ...day.lines.flatMap((line) => piecesOf(line).map((piece) => ({ ...piece, key: line }))),
      ...day.timers.flatMap((timer) => timer.intervals.map((interval) => ({ key: timer, interval, heldShare: 0 }))),
    ];
    return layOutPieces(date, pieces, range, leastMinutes);
  }, [day, date, range, pxPerHour]);
  const axisPx = ((range.toMinute - range.fromMinute) / 60) * pxPerHour;

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a column of a grid
    <div role="group" aria-label={format.weekdayDate(date)} className={cx('day', isShown && 'shown')} data-date={date}>
      {day.isWorkingDay && <ServiceHours range={range} />}
      {day.gaps.map((gap) => (
        <Gap key={gap.startedAt} date={date} gap={gap} range={range} axisPx={axisPx} onAddAt={onAddAt} />
      ))}
      {blocks.map(({ piece, ...block }) => {
        const { key, interval } = piece;
        if ('timerId' in key) {
          return (
            <TimerBlock
              key={`${key.timerId} ${interval.startedAt}`}
              date={date}
              timer={key}
              interval={interval}
              block={block}
              range={range}
            />
          );
        }
        return (
          <LineBlock
            key={`${key.id} ${interval.startedAt}`}
            line={key}
            block={block}
            rows={Math.max(1, Math.floor(((block.heightPercent / 100) * axisPx - 6) / ROW_PX))}
            isContinued={interval !== key.intervals[0]}
            isChosen={chosenIds.has(key.id)}
            isTabStop={key.id === tabStopId}
          />
        );
      })}
      {day.overlaps.map((overlap) => (
        <Overlap key={overlap.startedAt} date={date} overlap={overlap} range={range} />
      ))}
      {isToday && <NowLine date={date} range={range} />}
    </div>
  );
});

function ServiceHours({ range }: { readonly range: AxisRange }) {
  const top = percentOfMinute(SERVICE_RANGE.fromMinute, range);
  const height = percentOfMinute(SERVICE_RANGE.toMinute, range) - top;
  return <div className={cx('service')} style={{ top: `${top}%`, height: `${height}%` }} />;
}

interface GapProps {
  readonly date: string;
  readonly gap: Interval;
  readonly range: AxisRange;
  readonly axisPx: number;
  readonly onAddAt: AxisDayProps['onAddAt'];
}

function Gap({ date, gap, range, axisPx, onAddAt }: GapProps) {
  const { t } = useTranslation('timesheet');
  const words = useLineWords();
  const { topPercent, heightPercent } = placeInterval(date, gap, range);
  const style = { top: `${topPercent}%`, height: `${heightPercent}%` };
  const time = formatWorked(gap.durationMs / 1000);
  // Too low to be hit: the table offers it too.
  if ((heightPercent / 100) * axisPx < LEAST_BLOCK_PX) return <div className={cx('gap')} style={style} aria-hidden />;
  return (
    <button
      type="button"
      className={cx('gap', 'offer')}
      style={style}
      aria-label={t('gap.addNamed', { hours: words.stretch(gap), time })}
      data-testid="gap"
      onClick={() => onAddAt(date, gap)}
    >
      <IconPlus size={13} aria-hidden />
      <span>{time}</span>
      <span className={cx('gapWords')}>{t('gap.add')}</span>
    </button>
  );
}

interface OverlapProps {
  readonly date: string;
  readonly overlap: TimesheetDayView['overlaps'][number];
  readonly range: AxisRange;
}

function Overlap({ date, overlap, range }: OverlapProps) {
  const { t } = useTranslation('timesheet');
  const words = useLineWords();
  const { topPercent, heightPercent } = placeInterval(date, overlap, range);
  const name = t('overlap.here', { hours: words.stretch(overlap), time: formatWorked(overlap.durationMs / 1000) });
  return (
    <div
      className={cx('overlap')}
      style={{ top: `${topPercent}%`, height: `${heightPercent}%` }}
      role="img"
      aria-label={name}
      title={name}
      data-testid="overlap"
    >
      <IconAlertTriangle size={14} stroke={2} aria-hidden />
    </div>
  );
}
