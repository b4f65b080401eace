const FIELDS = 'input:not([type="hidden"]), textarea, button[type="submit"]';

function canBeReached(field: HTMLElement): boolean {
  if (field.tabIndex < 0 || field.matches(':disabled') || field.offsetParent === null) return false;
  return !(field instanceof HTMLInputElement && field.type === 'radio') || field.checked;
}

/** Puts the keyboard into the field after this one. Answers false where there is none. */
export function moveOn(form: HTMLFormElement, from: Element): boolean {
  const fields = [...form.querySelectorAll<HTMLElement>(FIELDS)].filter(canBeReached);
  const next = fields.find((field) => (from.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
  next?.focus();
  return next !== undefined;
}
