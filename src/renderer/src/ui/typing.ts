const TYPING = 'input, textarea, select, [contenteditable="true"], [role="textbox"], [role="combobox"]';

/** Whether a key pressed there belongs to what is being typed, or to a dialog, rather than to the workbench. */
export function isKeyTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  const target = event.target;
  if (target instanceof Element && target.closest(TYPING) !== null) return true;
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}
