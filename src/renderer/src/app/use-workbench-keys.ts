import { useEffect, useEffectEvent } from 'react';
import { isKeyTaken } from '../ui/typing';
import type { WorkbenchActions } from '../ui/workbench-actions';

/** The keys that work everywhere, except where somebody types: `/` searches, `C` takes a screen dump. */
export function useWorkbenchKeys(actions: WorkbenchActions, isActive: boolean) {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (!isActive || event.repeat || isKeyTaken(event)) return;
    if (event.key === '/') {
      event.preventDefault();
      actions.focusSearch();
    } else if (event.key === 'c' || event.key === 'C') {
      event.preventDefault();
      actions.startCapture();
    }
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
