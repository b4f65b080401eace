import type { WarningView } from '@ipc/views';

/** Adds a warning. Of one ticket only the latest speaks, and it keeps its place. */
export function addWarning(shown: readonly WarningView[], raised: WarningView): readonly WarningView[] {
  return shown.some(({ ticketId }) => ticketId === raised.ticketId)
    ? shown.map((warning) => (warning.ticketId === raised.ticketId ? raised : warning))
    : [...shown, raised];
}

/** Takes the warning of a ticket away. */
export function dismissWarning(shown: readonly WarningView[], ticketId: string): readonly WarningView[] {
  return shown.filter((warning) => warning.ticketId !== ticketId);
}
