import type { TimesheetLineId } from '@core/ids';
import type { Interval } from '@core/time/interval';
import type { TimesheetDayView } from '@ipc/timesheet-views';
import { Button } from '@mantine/core';
import { IconCalendarPlus, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { EmptyState } from '../../../ui/EmptyState';
import { formatMinutes } from '../../../ui/format';
import { useFormat } from '../../../ui/use-format';
import { formatWorked, useLineWords } from '../line-words';
import { type LinePointer, listenForLines } from '../pointer';
import { rowsOf } from '../row-entries';
import { LineRow } from './LineRow';
import styles from './LineTable.module.css';

const cx = classNames(styles);
const COLUMN_COUNT = 5;

interface LineTableProps {
  readonly days: readonly TimesheetDayView[];
  readonly span: 'day' | 'week';
  readonly shownDate: string;
  readonly today: string;
  readonly chosenIds: ReadonlySet<TimesheetLineId>;
  readonly tabStopId: TimesheetLineId | null;
  readonly isPending: boolean;
  readonly pointer: LinePointer;
  readonly onAdd: () => void;
  readonly onAddAt: (date: string, gap: Interval) => void;
}

/** A day or a week as a table: everything the axis shows, in words. */
export function LineTable(props: LineTableProps) {
  const { days, span, shownDate, today, isPending, pointer, onAdd } = props;
  const { t } = useTranslation('timesheet');
  const isEmpty = days.every(({ lines }) => lines.length === 0);

  if (isPending) return <section className={cx('panel')} aria-label={t('table.label')} data-panel="table" />;
  if (isEmpty) {
    return (
      <section className={cx('panel')} aria-label={t('table.label')} data-panel="table">
        <EmptyState icon={IconCalendarPlus} title={t(`empty.${span}.title`)} text={t('empty.text')}>
          <Button variant="default" mt="sm" leftSection={<IconPlus size={15} aria-hidden />} onClick={onAdd}>
            {t('add')}
          </Button>
        </EmptyState>
      </section>
    );
  }
  return (
    // Clicks are heard in one place; the keyboard reaches every line through its own button.
    <section
      className={cx('panel')}
      aria-label={t('table.label')}
      data-panel="table"
      {...listenForLines('table', days, pointer)}
    >
      <table className={cx('table')} aria-label={t('table.label')}>
        <colgroup>
          <col className={cx('whenColumn')} />
          <col className={cx('workedColumn')} />
          <col />
          <col className={cx('verdictColumn')} />
          <col className={cx('syncColumn')} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className={cx('head')}>
              {t('table.when')}
            </th>
            <th scope="col" className={cx('head', 'number')}>
              {t('table.worked')}
            </th>
            <th scope="col" className={cx('head')}>
              {t('table.work')}
            </th>
            <th scope="col" className={cx('head')}>
              {t('table.verdict')}
            </th>
            <th scope="col" className={cx('head')}>
              {t('table.sync')}
            </th>
          </tr>
        </thead>
        {days.map((day) => (
          <DayRows key={day.date} {...props} day={day} isShown={day.date === shownDate} isToday={day.date === today} />
        ))}
      </table>
    </section>
  );
}

interface DayRowsProps extends LineTableProps {
  readonly day: TimesheetDayView;
  readonly isShown: boolean;
  readonly isToday: boolean;
}

function DayRows({ day, span, isShown, isToday, chosenIds, tabStopId, onAddAt }: DayRowsProps) {
  return (
    <tbody>
      {span === 'week' && <DayRow day={day} isShown={isShown} isToday={isToday} />}
      {rowsOf(day).map((entry) =>
        entry.kind === 'line' ? (
          <LineRow
            key={entry.line.id}
            line={entry.line}
            isChosen={chosenIds.has(entry.line.id)}
            isTabStop={entry.line.id === tabStopId}
          />
        ) : (
          <GapRow key={entry.gap.startedAt} gap={entry.gap} onAdd={() => onAddAt(day.date, entry.gap)} />
        ),
      )}
    </tbody>
  );
}

/** Heads the lines of a date, with the sums of that date that are not nothing. */
function DayRow({ day, isShown, isToday }: Pick<DayRowsProps, 'day' | 'isShown' | 'isToday'>) {
  const { t } = useTranslation('timesheet');
  const format = useFormat();
  const { totals } = day;
  const sums: ReactNode[] = [];
  const add = (key: 'charged' | 'included' | 'notCharged' | 'unapproved' | 'notYetSent', seconds: number) => {
    if (seconds > 0) sums.push(t(`sum.${key}`, { time: formatWorked(seconds) }));
  };
  add('charged', totals.chargedMinutes * 60);
  add('included', totals.includedSeconds);
  add('notCharged', totals.notChargedSeconds);
  add('unapproved', totals.unapprovedSeconds);
  add('notYetSent', totals.notYetSentSeconds);
  return (
    <tr className={cx(isShown && 'shown')}>
      <th scope="rowgroup" className={cx('dayName')}>
        {format.shortDay(day.date)}
        {isToday && <span className={cx('today')}>{t('todayMark')}</span>}
      </th>
      <td className={cx('daySum', 'dayWorked', 'number')}>{formatMinutes(Math.round(totals.workedSeconds / 60))}</td>
      <td colSpan={COLUMN_COUNT - 2} className={cx('daySum')}>
        {day.lines.length === 0 ? t('nothing') : sums.join(' · ')}
      </td>
    </tr>
  );
}

function GapRow({ gap, onAdd }: { readonly gap: Interval; readonly onAdd: () => void }) {
  const { t } = useTranslation('timesheet');
  const words = useLineWords();
  const time = formatWorked(gap.durationMs / 1000);
  return (
    <tr>
      <td className={cx('gapCell')}>{words.stretch(gap)}</td>
      <td className={cx('gapCell', 'number')}>{time}</td>
      <td colSpan={COLUMN_COUNT - 2} className={cx('gapCell')}>
        {t('gap.unrecorded')}{' '}
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconPlus size={13} aria-hidden />}
          aria-label={t('gap.addNamed', { hours: words.stretch(gap), time })}
          onClick={onAdd}
        >
          {t('gap.add')}
        </Button>
      </td>
    </tr>
  );
}
