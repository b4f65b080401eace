import { ticketIdSchema } from '@core/ids';
import { instantFromEpochMs } from '@core/time/instant';
import type { QueueRow } from '@ipc/queue-views';
import { describe, expect, it } from 'vitest';
import { withLiveTimer } from '../../src/renderer/src/features/queue/live-timers';

const ID = ticketIdSchema.parse('0198f000-0001-7000-8000-000000000001');

function makeRow(parts: Partial<QueueRow> = {}): QueueRow {
  return {
    id: ID,
    number: 'S-1',
    title: 'Order cannot be confirmed',
    customerName: null,
    state: 'working',
    stageName: null,
    reason: 'registration',
    timeCriticalCategory: null,
    registeredAt: instantFromEpochMs(0),
    inPlaceSince: instantFromEpochMs(0),
    target: null,
    followUp: null,
    countedSeconds: 60,
    limitSeconds: 14_400,
    charge: { workedMinutes: 1, chargedMinutes: 30, reason: 'minimum', amountOre: null },
    timer: 'none',
    isMine: true,
    assigneeNames: [],
    answeredAt: null,
    unread: 'none',
    excerpt: null,
    ...parts,
  };
}

describe('a row of the queue beside the timers', () => {
  it('shows the running timer and what it has counted', () => {
    const live = { runningTicketId: ID, runningCountedSeconds: 600, pausedTicketIds: [] };
    expect(withLiveTimer(makeRow(), live)).toMatchObject({ timer: 'running', countedSeconds: 600 });
  });

  it('shows a paused timer', () => {
    const live = { runningTicketId: null, runningCountedSeconds: 0, pausedTicketIds: [ID] };
    expect(withLiveTimer(makeRow({ timer: 'running' }), live).timer).toBe('paused');
  });

  it('believes the list before the timers are known', () => {
    expect(withLiveTimer(makeRow({ timer: 'paused' }), undefined).timer).toBe('paused');
  });
});
