import { isoWeekOf } from '@core/time/stockholm-days';
import type { TimesheetTotalsView } from '@ipc/timesheet-views';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useHasPortal } from '../../api/use-has-portal';
import { classNames } from '../../ui/class-names';
import { formatMinutes } from '../../ui/format';
import { useFormat } from '../../ui/use-format';
import { formatWorked } from './line-words';
import type { SheetNote } from './sheet-notes';
import styles from './Totals.module.css';

const cx = classNames(styles);

const MEASURES = ['worked', 'charged', 'included', 'notCharged', 'unapproved', 'notYetSent'] as const;
type Measure = (typeof MEASURES)[number];

interface TotalsProps {
  readonly shownDate: string;
  /** Undefined until they are known. */
  readonly day: TimesheetTotalsView | undefined;
  readonly week: TimesheetTotalsView | undefined;
  readonly notes: readonly SheetNote[];
}

/** The sums of the day and of its week, and a sentence for each that does not speak for itself. */
export const Totals = memo(function Totals({ shownDate, day, week, notes }: TotalsProps) {
  const { t } = useTranslation('timesheet');
  const format = useFormat();
  return (
    <section className={cx('totals')} aria-label={t('totals.label')} data-testid="totals">
      <table className={cx('table')} aria-label={t('totals.label')}>
        <thead>
          <tr>
            <td />
            {MEASURES.map((measure) => (
              <th key={measure} scope="col">
                {t(`totals.${measure}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <SumRow name={format.shortDay(shownDate)} totals={day} testId="totals-day" />
          <SumRow name={t('week', { number: isoWeekOf(shownDate).week })} totals={week} testId="totals-week" />
        </tbody>
      </table>
      {notes.length > 0 && (
        <ul className={cx('notes')} aria-label={t('note.label')}>
          {notes.map((note) => (
            <li key={note.kind}>
              <Note note={note} />{' '}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
});

interface SumRowProps {
  readonly name: string;
  readonly totals: TimesheetTotalsView | undefined;
  readonly testId: string;
}

function SumRow({ name, totals, testId }: SumRowProps) {
  return (
    <tr data-testid={testId}>
      <th scope="row">{name}</th>
      {MEASURES.map((measure) => {
        const minutes = totals === undefined ? null : minutesOf(totals, measure);
        return (
          <td key={measure} className={cx(measure, minutes === 0 && 'zero')} data-measure={measure}>
            {minutes === null ? '' : formatMinutes(minutes)}
          </td>
        );
      })}
    </tr>
  );
}

function minutesOf(totals: TimesheetTotalsView, measure: Measure): number {
  switch (measure) {
    case 'worked':
      return Math.round(totals.workedSeconds / 60);
    case 'charged':
      return totals.chargedMinutes;
    case 'included':
      return Math.round(totals.includedSeconds / 60);
    case 'notCharged':
      return Math.round(totals.notChargedSeconds / 60);
    case 'unapproved':
      return Math.round(totals.unapprovedSeconds / 60);
    case 'notYetSent':
      return Math.round(totals.notYetSentSeconds / 60);
  }
}

function Note({ note }: { readonly note: SheetNote }) {
  const { t } = useTranslation('timesheet');
  const hasPortal = useHasPortal();
  switch (note.kind) {
    case 'charged-more':
    case 'charged-less':
      return t(`note.${note.kind}`, {
        worked: formatMinutes(note.workedMinutes),
        charged: formatMinutes(note.chargedMinutes),
      });
    case 'unapproved':
    case 'pack-empty':
    case 'held-overlap':
    case 'no-verdict':
      return t(`note.${note.kind}`, { time: formatWorked(note.seconds) });
    case 'kept-here':
      return t(hasPortal ? 'note.kept-here' : 'note.kept-here-all', { time: formatWorked(note.seconds) });
    case 'needs-description':
    case 'parked':
    case 'gone':
    case 'too-short':
      return t(`note.${note.kind}`, { count: note.count });
    case 'timers-apart':
      return t('note.timers-apart');
  }
}
