/** What the system says about the person and the computer. */
export type PresenceSignal = 'locked' | 'unlocked' | 'suspended' | 'woke' | 'shutting-down';

/** Whether somebody is in front of the computer, as far as the system knows. */
export interface PresenceSource {
  /** Milliseconds since the last input in any program; 0 where the system does not measure it. */
  idleMs(): number;
  /** Calls back as it happens; answers a function that ends it. What a listener writes at once is written before sleep. */
  onSignal(listener: (signal: PresenceSignal) => void): () => void;
}

/** Signals from one who tells them to all who listen. */
export function createSignals() {
  const listeners = new Set<(signal: PresenceSignal) => void>();
  return {
    tell: (signal: PresenceSignal): void => {
      for (const listener of listeners) listener(signal);
    },
    onSignal: (listener: (signal: PresenceSignal) => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
