/** A ref for what gets the keyboard as soon as it appears. */
export function focusOnce(element: HTMLElement | null): void {
  element?.focus();
}
