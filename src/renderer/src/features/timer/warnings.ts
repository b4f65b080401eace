import type { WarningView } from '@ipc/timer-views';

/** Adds what was raised. About one subject only the latest speaks, and it keeps its place. */
export function addLatest<Raised>(
  shown: readonly Raised[],
  raised: Raised,
  subjectOf: (warning: Raised) => string,
): readonly Raised[] {
  const subject = subjectOf(raised);
  return shown.some((warning) => subjectOf(warning) === subject)
    ? shown.map((warning) => (subjectOf(warning) === subject ? raised : warning))
    : [...shown, raised];
}

/** Adds a warning of the four-hour rule. */
export function addWarning(shown: readonly WarningView[], raised: WarningView): readonly WarningView[] {
  return addLatest(shown, raised, ({ ticketId }) => ticketId);
}

/** Takes the warning of a ticket away. */
export function dismissWarning(shown: readonly WarningView[], ticketId: string): readonly WarningView[] {
  return shown.filter((warning) => warning.ticketId !== ticketId);
}
