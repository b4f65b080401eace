import { MINUTE } from '../builders';

/**
 * Service minutes counted one by one, in no way that the app counts them: `upTo[n]` of the first n minutes after `begin`
 * (a full hour, in epoch milliseconds), by asking the system's own calendar what day and hour Stockholm has.
 */
export function countWorkingMinutesOneByOne(
  begin: number,
  minutes: number,
  holidays: ReadonlySet<string>,
): Uint32Array {
  const words = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Stockholm',
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const isOpenDuringHour = (at: number): boolean => {
    const part = Object.fromEntries(words.formatToParts(at).map(({ type, value }) => [type, value]));
    const isWeekend = part['weekday'] === 'lör' || part['weekday'] === 'sön';
    const hour = Number(part['hour']);
    const date = `${part['year']}-${part['month']}-${part['day']}`;
    return !isWeekend && hour >= 7 && hour < 18 && !holidays.has(date);
  };
  const upTo = new Uint32Array(minutes + 1);
  let isOpen = false;
  for (let minute = 0; minute < minutes; minute += 1) {
    // Stockholm's hours begin on whole hours of UTC.
    if (minute % 60 === 0) isOpen = isOpenDuringHour(begin + minute * MINUTE);
    upTo[minute + 1] = (upTo[minute] ?? 0) + (isOpen ? 1 : 0);
  }
  return upTo;
}
