import { ticketIdSchema, timerIdSchema } from '@core/ids';
import { z } from 'zod';
import { done, nothing, request } from './request';

/** What the small window asks of the main window, and what the settings ask of the keys that work from every program. */
export const desktopRequests = {
  /** Shows the main window and gives it the keyboard. */
  'window:show': request(nothing, done),
  'window:open-ticket': request(z.object({ ticketId: ticketIdSchema }), done),
  /** Opens the form that ends the timer in the main window. */
  'window:stop-timer': request(z.object({ timerId: timerIdSchema }), done),
  'window:start-capture': request(nothing, done),
  /** How high the small window's content is; the window is made so. */
  'floating:fit': request(z.object({ heightPx: z.int().min(40).max(600) }), done),
  /** While a person presses new keys they must reach the window instead of doing what they do. */
  'shortcuts:suspend': request(z.object({ isSuspended: z.boolean() }), done),
} as const;
