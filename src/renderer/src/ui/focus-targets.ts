import { createContext, useCallback, useContext } from 'react';

/** The places of the workbench that the keyboard can be sent to. */
export type FocusTargetName = 'queue' | 'search' | 'ticket' | 'page';

/** Sends the keyboard to a place, also when that place is only about to appear. */
export class FocusTargets {
  readonly #elements = new Map<FocusTargetName, HTMLElement>();
  #awaited: FocusTargetName | null = null;

  /** Focuses the place now, or as soon as it is there. */
  focus(name: FocusTargetName) {
    const element = this.#elements.get(name);
    if (element === undefined) {
      this.#awaited = name;
      return;
    }
    this.#awaited = null;
    element.focus({ preventScroll: true });
  }

  /** Focuses the place when it next appears: for a place that another of its name still stands in. */
  expect(name: FocusTargetName) {
    this.#awaited = name;
  }

  /** Registers a place; answers the function that takes it away. */
  register(name: FocusTargetName, element: HTMLElement): () => void {
    this.#elements.set(name, element);
    if (this.#awaited === name) this.focus(name);
    return () => {
      if (this.#elements.get(name) === element) this.#elements.delete(name);
    };
  }
}

const FocusTargetsContext = createContext<FocusTargets | null>(null);

/** Hands the places to everything below. */
export const FocusTargetsProvider = FocusTargetsContext.Provider;

/** A ref for the element that is that place. */
export function useFocusTarget(name: FocusTargetName) {
  const targets = useContext(FocusTargetsContext);
  return useCallback(
    (element: HTMLElement | null) => (element === null ? undefined : targets?.register(name, element)),
    [targets, name],
  );
}
