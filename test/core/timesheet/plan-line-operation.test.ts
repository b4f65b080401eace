import type { PortalValues } from '@core/timesheet/merge-portal-line';
import { planLineOperation, type WantedOnPortal } from '@core/timesheet/plan-line-operation';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineSenderModel } from './line-sender-model';

const VALUES: PortalValues = { date: '2026-11-23', description: 'Felsökning', workedSeconds: 3600, ticketRemoteId: 7 };
const CHANGED: PortalValues = { ...VALUES, workedSeconds: 1800 };
const THERE: WantedOnPortal = { kind: 'there', values: VALUES };

type Open = Parameters<typeof planLineOperation<string>>[0]['open'][number];

function open(kind: 'create' | 'update' | 'delete', state: Open['state'] = 'waiting'): Open {
  return { id: `${kind}-${state}`, kind: `${kind}-timesheet-line`, state };
}

function plan(wanted: WantedOnPortal, known: PortalValues | null, ...operations: Open[]) {
  const { withdraw, enqueue } = planLineOperation({ wanted, known, open: operations });
  return [...withdraw.map((id) => `withdraw ${id}`), ...(enqueue === null ? [] : [enqueue])];
}

describe('a line that the portal does not have', () => {
  it('is created, once', () => {
    expect(plan(THERE, null)).toEqual(['create-timesheet-line']);
    for (const state of ['waiting', 'in-flight', 'parked'] as const) {
      expect(plan(THERE, null, open('create', state))).toEqual([]);
    }
  });

  it('is not created while it is not ready, and no longer when it is deleted', () => {
    expect(plan({ kind: 'not-ready' }, null)).toEqual([]);
    expect(plan({ kind: 'not-ready' }, null, open('create'))).toEqual(['withdraw create-waiting']);
    expect(plan({ kind: 'deleted' }, null)).toEqual([]);
    expect(plan({ kind: 'deleted' }, null, open('create'))).toEqual(['withdraw create-waiting']);
  });

  it('is deleted there all the same when its creation may have come through', () => {
    expect(plan({ kind: 'deleted' }, null, open('create', 'in-flight'))).toEqual([]);
    expect(plan({ kind: 'deleted' }, null, open('create', 'parked'))).toEqual([
      'withdraw create-parked',
      'delete-timesheet-line',
    ]);
  });
});

describe('a line that the portal has', () => {
  it('is left alone while it says the same', () => {
    expect(plan(THERE, VALUES)).toEqual([]);
  });

  it('is updated, by one operation that waits', () => {
    expect(plan(THERE, CHANGED)).toEqual(['update-timesheet-line']);
    for (const state of ['waiting', 'in-flight', 'parked'] as const) {
      expect(plan(THERE, CHANGED, open('update', state))).toEqual([]);
    }
  });

  it('is not updated when the change was taken back before it was sent', () => {
    expect(plan(THERE, VALUES, open('update'))).toEqual(['withdraw update-waiting']);
    expect(plan(THERE, VALUES, open('update', 'parked'))).toEqual(['withdraw update-parked']);
    expect(plan(THERE, VALUES, open('update', 'in-flight'))).toEqual([]);
    expect(plan({ kind: 'not-ready' }, VALUES, open('update'))).toEqual(['withdraw update-waiting']);
  });

  it('is deleted, and nothing else is sent of it', () => {
    expect(plan({ kind: 'deleted' }, VALUES)).toEqual(['delete-timesheet-line']);
    expect(plan({ kind: 'deleted' }, VALUES, open('update'))).toEqual([
      'withdraw update-waiting',
      'delete-timesheet-line',
    ]);
    expect(plan({ kind: 'deleted' }, VALUES, open('update', 'in-flight'))).toEqual([]);
    expect(plan({ kind: 'deleted' }, VALUES, open('delete'))).toEqual([]);
    expect(plan({ kind: 'deleted' }, VALUES, open('delete', 'parked'))).toEqual([]);
  });

  it('is not deleted when it came back before that was sent', () => {
    expect(plan(THERE, VALUES, open('delete'))).toEqual(['withdraw delete-waiting']);
    expect(plan({ kind: 'not-ready' }, VALUES, open('delete'))).toEqual(['withdraw delete-waiting']);
    expect(plan(THERE, CHANGED, open('delete', 'parked'))).toEqual(['withdraw delete-parked', 'update-timesheet-line']);
  });
});

type Step =
  | { readonly do: 'edit'; readonly changes: Partial<PortalValues> }
  | { readonly do: 'send'; readonly reaches: boolean; readonly isRefused: boolean }
  | { readonly do: 'hear'; readonly isLost: boolean }
  | { readonly do: 'ready'; readonly isReady: boolean }
  | { readonly do: 'delete' | 'restore' | 'pull' | 'retry' };

const changes: fc.Arbitrary<Partial<PortalValues>> = fc.oneof(
  fc.record({ workedSeconds: fc.constantFrom(60, 120, 3600) }),
  fc.record({ description: fc.constantFrom('Felsökning', 'a', 'b') }),
  fc.record({ ticketRemoteId: fc.constantFrom(7, 8, null) }),
);
const isRefused = fc.constantFrom(false, false, false, true);
const often = 4;
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: often, arbitrary: fc.record({ do: fc.constant('edit' as const), changes }) },
  {
    weight: often,
    arbitrary: fc.record({ do: fc.constant('send' as const), reaches: fc.boolean(), isRefused }),
  },
  { weight: often, arbitrary: fc.record({ do: fc.constant('hear' as const), isLost: fc.boolean() }) },
  fc.record({ do: fc.constant('ready' as const), isReady: fc.boolean() }),
  fc.record({ do: fc.constantFrom('delete' as const, 'restore' as const, 'pull' as const, 'retry' as const) }),
);

function take(model: LineSenderModel, taken: Step) {
  switch (taken.do) {
    case 'edit':
      return model.edit(taken.changes);
    case 'send':
      return model.send(taken);
    case 'hear':
      return model.hear(taken);
    case 'ready':
      return model.setReady(taken.isReady);
    case 'delete':
      return model.setDeleted(true);
    case 'restore':
      return model.setDeleted(false);
    case 'pull':
      return model.pull();
    case 'retry':
      return model.retryParked();
  }
}

describe('run to its end, in any order of edits, sends, refusals and lost answers', () => {
  it('the portal is as the line says, which nobody but the person changed, with at most one creation', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const model = new LineSenderModel(VALUES);
        let said = VALUES;
        for (const taken of steps) {
          if (taken.do === 'edit' && !model.isDeleted) said = { ...said, ...taken.changes };
          take(model, taken);
          expect(model.here).toEqual(said);
        }
        model.setReady(true);
        model.settle();
        expect([...model.portal.values()]).toEqual(model.isDeleted ? [] : [said]);
        expect(model.createdCount).toBeLessThanOrEqual(1);
      }),
      { numRuns: 2000 },
    );
  });

  it('both sides are alike when others change the line on the portal too', () => {
    const foreign = fc.record({ do: fc.constant('foreign' as const), changes });
    const any = fc.oneof({ weight: often, arbitrary: step }, foreign);
    fc.assert(
      fc.property(fc.array(any, { maxLength: 40 }), (steps) => {
        const model = new LineSenderModel(VALUES);
        for (const taken of steps) {
          if (taken.do !== 'foreign') take(model, taken);
          else for (const [id, values] of model.portal) model.portal.set(id, { ...values, ...taken.changes });
        }
        model.setReady(true);
        model.settle();
        expect([...model.portal.values()]).toEqual(model.isDeleted ? [] : [model.here]);
        expect(model.createdCount).toBeLessThanOrEqual(1);
      }),
      { numRuns: 2000 },
    );
  });
});
