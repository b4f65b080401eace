import { planTicketOperation } from '@core/ticket/plan-ticket-operation';
import { describe, expect, it } from 'vitest';

const open = (kind: 'create-ticket' | 'update-ticket', state: 'waiting' | 'in-flight' | 'parked' | 'done', id = 1) => ({
  id,
  kind,
  state,
});

describe('planning what the portal is told of a ticket', () => {
  it('creates a ticket that the portal does not have, once', () => {
    expect(planTicketOperation({ isOnPortal: false, differs: true, open: [] }).enqueue).toBe('create-ticket');
    for (const state of ['waiting', 'parked', 'in-flight'] as const) {
      const plan = planTicketOperation({ isOnPortal: false, differs: true, open: [open('create-ticket', state)] });
      expect(plan).toEqual({ withdraw: [], enqueue: null });
    }
  });

  it('changes one that it has, once, and not at all when it says the same again', () => {
    expect(planTicketOperation({ isOnPortal: true, differs: true, open: [] }).enqueue).toBe('update-ticket');
    const waiting = [open('update-ticket', 'waiting')];
    expect(planTicketOperation({ isOnPortal: true, differs: true, open: waiting }).enqueue).toBeNull();
    expect(planTicketOperation({ isOnPortal: true, differs: false, open: waiting }).withdraw).toEqual([1]);
  });

  it('leaves a parked change to a person, unless there is nothing left to change', () => {
    const parked = [open('update-ticket', 'parked')];
    expect(planTicketOperation({ isOnPortal: true, differs: true, open: parked })).toEqual({
      withdraw: [],
      enqueue: null,
    });
    expect(planTicketOperation({ isOnPortal: true, differs: false, open: parked }).withdraw).toEqual([1]);
  });

  it('puts nothing behind one whose end nobody knows', () => {
    const inFlight = [open('update-ticket', 'in-flight')];
    for (const differs of [true, false]) {
      expect(planTicketOperation({ isOnPortal: true, differs, open: inFlight })).toEqual({
        withdraw: [],
        enqueue: null,
      });
    }
  });

  it('takes what is done for nothing', () => {
    const done = [open('create-ticket', 'done')];
    expect(planTicketOperation({ isOnPortal: true, differs: true, open: done }).enqueue).toBe('update-ticket');
  });
});
