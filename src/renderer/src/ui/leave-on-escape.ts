import type { KeyboardEvent } from 'react';

/**
 * For a small form inside something larger: Escape leaves the form and nothing around it. A list that is open in the
 * form closes first.
 */
export function leaveOnEscape(onLeave: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true') return;
    event.preventDefault();
    event.stopPropagation();
    onLeave();
  };
}
