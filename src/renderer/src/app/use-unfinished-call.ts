import { useEffect } from 'react';
import { call } from '../api/client';

/** Whether a call was being taken down when the window was closed, or the app ended: `onFound` opens its form again. */
export function useUnfinishedCall(onFound: () => void): void {
  useEffect(() => {
    let isGone = false;
    // Where it cannot be read there is nothing to open; the form tells why when somebody asks for it.
    void call('call:read', {}).then(
      (answer) => {
        if (!isGone && answer.call !== null) onFound();
      },
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [onFound]);
}
