import { endOf, type Interval } from '@core/time/interval';
import type { LineView } from '@ipc/timesheet-views';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMinutes } from '../../ui/format';
import { useFormat } from '../../ui/use-format';

/** Seconds of one or several lines in whole minutes, rounded half up, as the portal and the charge round them. */
export function formatWorked(seconds: number): string {
  return formatMinutes(Math.round(seconds / 60));
}

/** How lines are spoken of, in the language of the window. */
export function useLineWords() {
  const { t } = useTranslation(['timesheet', 'common', 'ticket']);
  const format = useFormat();
  return useMemo(() => {
    const stretch = (interval: Interval) => `${format.time(interval.startedAt)}–${format.time(endOf(interval))}`;
    /** What the line is about, short: the ticket's number or the activity. */
    const subject = ({ ticketNumber, activity }: LineView) =>
      ticketNumber ?? t(`timesheet:activity.${activity ?? 'internal'}`);
    /** When the work was done, from first to last; nothing for a typed duration. */
    const hours = ({ intervals }: Pick<LineView, 'intervals'>) => {
      const [first] = intervals;
      const last = intervals.at(-1);
      if (first === undefined || last === undefined) return '';
      return `${format.time(first.startedAt)}–${format.time(endOf(last))}`;
    };
    const held = ({ heldSeconds, holdReason }: LineView) =>
      heldSeconds === 0 || holdReason === null
        ? ''
        : t(`timesheet:held.${holdReason}`, { time: formatWorked(heldSeconds) });
    const clock = (line: LineView) => (hours(line) === '' ? t('timesheet:withoutClock') : hours(line));
    const verdict = (line: LineView) => t(`common:verdict.${line.verdict}`);
    const sync = (line: LineView) => t(`ticket:time.state.${line.sync}`);
    const customer = (line: LineView) =>
      line.ticketTitle === null ? '' : (line.customerName ?? t('common:noCustomer'));
    const inOne = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(', ');
    /** What is said of a line beside when it was. */
    const rest = (line: LineView) =>
      inOne(
        formatWorked(line.workedSeconds),
        line.ticketTitle === null ? subject(line) : `${subject(line)} ${line.ticketTitle}`,
        customer(line),
        line.description.trim(),
        verdict(line),
        sync(line),
        held(line),
      );
    return {
      stretch,
      subject,
      hours,
      held,
      verdict,
      sync,
      rest,
      /** What a block shows by its place, its signs and its patterns, for those who do not see them. */
      unseen: (line: LineView) => inOne(clock(line), customer(line), verdict(line), sync(line), held(line)),
      /** The line in one sentence. */
      whole: (line: LineView) => inOne(clock(line), rest(line)),
    };
  }, [t, format]);
}
