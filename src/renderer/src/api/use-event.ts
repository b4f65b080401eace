import type { EventName, EventPayload } from '@ipc/contract';
import { useEffect, useEffectEvent } from 'react';
import { listen } from './client';

/** Calls `listener` at each event of that name while the component is shown. */
export function useEvent<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void) {
  const onEvent = useEffectEvent(listener);
  useEffect(() => listen(name, (payload) => onEvent(payload)), [name]);
}
