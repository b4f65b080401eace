import { type QueueQuestion, queueQuestionSchema } from '@core/ticket/queue-view';
import type { z } from 'zod';
import { readQueue } from '../../src/main/usecases/read-queue';
import type { Workbench } from '../../src/main/usecases/workbench';

export type Asked = Partial<z.input<typeof queueQuestionSchema>>;

/** What is asked for where a test says no more: all of mine. */
export function questionOf(asked: Asked = {}): QueueQuestion {
  return queueQuestionSchema.parse({ view: 'all', search: '', ...asked });
}

/** The queue as the window is shown it, from its first row on. */
export function queueOf(
  { database, clock, calendar, settings }: Pick<Workbench, 'database' | 'clock' | 'calendar' | 'settings'>,
  asked: Asked = {},
  part: { offset?: number; limit?: number } = {},
) {
  const { unansweredDays } = settings();
  const reading = { now: clock.read().wall, calendar, unansweredDays };
  return readQueue(database, { ...questionOf(asked), offset: 0, limit: 100, ...part }, reading);
}
