import type { Page } from '@playwright/test';

/** Waits until nothing is on its way in or out. What goes round for ever, such as a spinner, is not waited for. */
export async function untilStill(window: Page): Promise<void> {
  await window.waitForFunction(() =>
    document.getAnimations().every((animation) => {
      const { iterations = 1 } = animation.effect?.getTiming() ?? {};
      return animation.playState !== 'running' || iterations === Number.POSITIVE_INFINITY;
    }),
  );
}
