import { useEffect } from 'react';

/** Tells the outside, once, that the queue can be used: what start-up is measured by. */
export function useQueueReady(isReady: boolean) {
  useEffect(() => {
    if (!isReady || document.body.dataset['ready'] === 'queue') return;
    document.body.dataset['ready'] = 'queue';
    performance.mark('queue-usable');
  }, [isReady]);
}
