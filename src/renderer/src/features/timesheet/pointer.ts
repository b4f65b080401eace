import type { TimesheetLineId } from '@core/ids';
import type { LineView, TimesheetDayView } from '@ipc/timesheet-views';
import type { MouseEvent } from 'react';
import type { ChooseMode } from './selection';

/** What happens to a line that is pointed at. */
export interface LinePointer {
  /** `panel` is where it was pointed at: the keyboard stays there. */
  readonly onChoose: (lineId: TimesheetLineId, mode: ChooseMode, panel: string) => void;
  readonly onEdit: (lineId: TimesheetLineId) => void;
}

/** Listeners for a whole panel: a click chooses the line below it, a double click edits it. */
export function listenForLines(panel: string, days: readonly TimesheetDayView[], pointer: LinePointer) {
  return {
    onClick: (event: MouseEvent) => {
      const line = lineAt(event, days);
      if (line !== undefined) pointer.onChoose(line.id, chooseModeOf(event), panel);
    },
    onDoubleClick: (event: MouseEvent) => {
      const line = lineAt(event, days);
      if (line !== undefined) pointer.onEdit(line.id);
    },
  };
}

function lineAt(event: MouseEvent, days: readonly TimesheetDayView[]): LineView | undefined {
  if (!(event.target instanceof Element)) return undefined;
  const id = event.target.closest('[data-line-id]')?.getAttribute('data-line-id');
  return days.flatMap(({ lines }) => lines).find((line) => line.id === id);
}

function chooseModeOf(event: MouseEvent): ChooseMode {
  if (event.shiftKey) return 'range';
  return event.ctrlKey || event.metaKey ? 'toggle' : 'only';
}
