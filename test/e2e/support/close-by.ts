import type { Page } from '@playwright/test';

/** Does what closes a window, and waits until it is gone. It may be so before it has said that a key or a button came. */
export async function closeBy(window: Page, act: () => Promise<void>): Promise<void> {
  const closed = window.waitForEvent('close');
  await act().catch((error: unknown) => {
    if (!(error instanceof Error && error.message.includes('has been closed'))) throw error;
  });
  await closed;
}
