import { useEffect, useEffectEvent } from 'react';
import { useTimerToggle } from '../api/use-timer-toggle';
import { isKeyTaken, isTyping } from '../ui/typing';
import { undoLatest } from '../ui/undo-notice';
import type { WorkbenchActions } from '../ui/workbench-actions';
import type { Place } from './location';

/**
 * The keys that work everywhere, except where somebody types: `/` searches, `N` registers a ticket, `T` opens the
 * timesheet, `R` the reports, `U` the pictures without a ticket, `C` takes a screen dump, `G` decides about the limit,
 * `S` switches to the timer that was paused last, Ctrl + Z takes back what a notice speaks of. Beside the queue `P` splits a
 * part off the ticket in view, and `M` merges it as a duplicate. The editor of screen dumps has keys of its own, and the
 * timesheet splits with `S`, writes a new line with `N`, decides the verdict of a line with `V` and has its own undo.
 */
export function useWorkbenchKeys(actions: WorkbenchActions, view: Place['view']) {
  const { switchToLastPaused } = useTimerToggle();
  const keyActions: Readonly<Record<string, () => void>> = {
    '/': actions.focusSearch,
    c: () => actions.startCapture(),
    g: () => actions.decideLimit(),
    ...(view === 'timesheet' ? {} : { n: actions.registerTicket, s: switchToLastPaused }),
    ...(view === 'queue' ? { p: () => actions.splitTicket(), m: () => actions.mergeTicket() } : {}),
    r: actions.openReports,
    t: actions.openTimesheet,
    u: actions.openUnfiled,
  };
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (view === 'capture' || event.repeat || event.defaultPrevented) return;
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z') {
      if (view !== 'timesheet' && !isTyping(event) && undoLatest()) event.preventDefault();
      return;
    }
    if (isKeyTaken(event)) return;
    const run = keyActions[event.key.toLowerCase()];
    if (run === undefined) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
