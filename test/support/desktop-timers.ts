import { ticketIdSchema, timerIdSchema } from '@core/ids';
import type { DesktopTicket, DesktopTimer } from '../../src/main/platform/desktop-action';

const HOUR_SECONDS = 3600;

function uuid(kind: number, number: number): string {
  return `01970000-000${kind}-7000-8000-${String(number).padStart(12, '0')}`;
}

/** A ticket that the desktop knows of. */
export function makeDesktopTicket(number: number, title = `Ärende ${number}`): DesktopTicket {
  return { id: ticketIdSchema.parse(uuid(1, number)), number: `S-${number}`, title };
}

/** A timer on the ticket of that number, with four hours to go unless said otherwise. */
export function makeDesktopTimer(
  number: number,
  { reachedPermille = 0, leftSeconds = 4 * HOUR_SECONDS, workedSeconds = 0, title = `Ärende ${number}` } = {},
): DesktopTimer {
  return {
    id: timerIdSchema.parse(uuid(2, number)),
    ticketId: makeDesktopTicket(number).id,
    ticketNumber: `S-${number}`,
    ticketTitle: title,
    workedSeconds,
    meter: { leftSeconds, reachedPermille },
  };
}
