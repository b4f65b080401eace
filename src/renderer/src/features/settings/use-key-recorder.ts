import { type AcceleratorProblem, formatAccelerator, judgeKeys, readPressedKeys } from '@core/shortcuts/accelerator';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useCommand } from '../../api/use-command';

/** Where the recording of new keys is. */
export type Recording =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'refused'; readonly problem: AcceleratorProblem | 'used-here' | 'unknown-key' };

interface KeyRecorder {
  /** null while nothing is recorded. */
  readonly recording: Recording | null;
  start(): void;
  cancel(): void;
  /** Hears the keys while something is recorded. */
  onKeyDown(event: KeyboardEvent): void;
}

const MODIFIER_KEYS: ReadonlySet<string> = new Set(['Control', 'Alt', 'AltGraph', 'Shift', 'Meta', 'OS', 'CapsLock']);

/**
 * Listens to the next keys that are pressed. `isUsedHere` says whether another action has them; keys that are refused
 * are told and the recording goes on. Escape ends it, and Tab does and goes on as always: nobody is held here.
 */
export function useKeyRecorder(options: {
  isUsedHere: (accelerator: string) => boolean;
  onRecorded: (accelerator: string) => void;
}): KeyRecorder {
  const [recording, setRecording] = useState<Recording | null>(null);
  const { mutate: suspend } = useCommand('shortcuts:suspend');
  const isRecording = recording !== null;

  useEffect(() => {
    if (!isRecording) return undefined;
    // Else keys that are in use would do what they do instead of being heard here.
    suspend({ isSuspended: true });
    return () => suspend({ isSuspended: false });
  }, [isRecording, suspend]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (recording === null || event.repeat) return;
    const isBare = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (event.key === 'Tab' && isBare) {
      setRecording(null);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape' && isBare) {
      setRecording(null);
      return;
    }
    if (MODIFIER_KEYS.has(event.key)) return;
    const keys = readPressedKeys(event);
    if (keys === null) {
      setRecording({ kind: 'refused', problem: 'unknown-key' });
      return;
    }
    const accelerator = formatAccelerator(keys);
    const problem = judgeKeys(keys) ?? (options.isUsedHere(accelerator) ? 'used-here' : null);
    if (problem !== null) {
      setRecording({ kind: 'refused', problem });
      return;
    }
    setRecording(null);
    options.onRecorded(accelerator);
  };

  return {
    recording,
    start: () => setRecording({ kind: 'waiting' }),
    cancel: () => setRecording(null),
    onKeyDown,
  };
}
