const TYPING =
  'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable="true"], [role="textbox"], [role="combobox"], [role="menu"]';

/** Whether a key is pressed in something that text is typed into, or in a menu. */
export function isTyping({ target }: Pick<KeyboardEvent, 'target'>): boolean {
  return target instanceof Element && target.closest(TYPING) !== null;
}

/** Whether keys pressed there belong to what is being typed, or to a menu or dialog, rather than to the workbench. */
export function isTaken(target: EventTarget | null): boolean {
  if (isTyping({ target })) return true;
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}

/** Whether a key is no plain key of the workbench: somebody handled it, a modifier is held, or {@link isTaken}. */
export function isKeyTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  return isTaken(event.target);
}
