import { mergePortalLine, type PortalValues, recogniseCreated } from '@core/timesheet/merge-portal-line';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const BASE: PortalValues = { date: '2026-11-23', description: 'Base', workedSeconds: 3600, ticketRemoteId: 7 };

function merge({
  sent = [],
  here = {},
  there = {},
  isLocked = false,
}: {
  sent?: Partial<PortalValues>[];
  here?: Partial<PortalValues>;
  there?: Partial<PortalValues>;
  isLocked?: boolean;
}) {
  return mergePortalLine({
    base: BASE,
    sent: sent.map((values) => ({ ...BASE, ...values })),
    here: { ...BASE, ...here },
    there: { ...BASE, ...there },
    isLocked,
  });
}

function pick(values: PortalValues, fields: readonly (keyof PortalValues)[]): Partial<PortalValues> {
  return Object.fromEntries(fields.map((field) => [field, values[field]]));
}

describe('a line of mine and the portal’s', () => {
  it('have nothing to tell each other when they are alike', () => {
    expect(merge({})).toEqual({ merged: BASE, toWrite: [], toTakeOver: [], contested: [] });
  });

  it('merge field by field', () => {
    expect(merge({ here: { description: 'Mine' }, there: { workedSeconds: 1800 } })).toEqual({
      merged: { ...BASE, description: 'Mine', workedSeconds: 1800 },
      toWrite: ['description'],
      toTakeOver: ['workedSeconds'],
      contested: [],
    });
  });

  it('are as here where both changed', () => {
    expect(merge({ here: { workedSeconds: 60 }, there: { workedSeconds: 1800 } })).toMatchObject({
      merged: { workedSeconds: 60 },
      toWrite: ['workedSeconds'],
      toTakeOver: [],
      contested: ['workedSeconds'],
    });
  });

  it('need no writing where both changed alike', () => {
    expect(merge({ here: { ticketRemoteId: null }, there: { ticketRemoteId: null } })).toMatchObject({
      toWrite: [],
      toTakeOver: [],
      contested: [],
    });
  });

  it('do not take an own change, whose answer was lost, for somebody else’s', () => {
    const merged = merge({ sent: [{ description: 'Sent' }], there: { description: 'Sent' } });
    expect(merged).toMatchObject({ merged: { description: 'Base' }, toWrite: ['description'], toTakeOver: [] });
    const changedAgain = merge({
      sent: [{ description: 'Sent' }],
      here: { description: 'Mine' },
      there: { description: 'Sent' },
    });
    expect(changedAgain).toMatchObject({ toWrite: ['description'], contested: [] });
  });

  it('are the portal’s once it has locked the line, and say what gave way', () => {
    const here = { description: 'Mine', workedSeconds: 60, date: '2026-11-24' };
    const there = { description: 'Theirs', date: '2026-11-24', ticketRemoteId: 9 };
    expect(merge({ here, there, isLocked: true })).toEqual({
      merged: { ...BASE, ...there },
      toWrite: [],
      toTakeOver: ['description', 'workedSeconds', 'ticketRemoteId'],
      contested: ['description', 'workedSeconds'],
    });
  });

  it('are alike after both did what the merge says, and a second merge changes nothing', () => {
    const values = fc.record({
      date: fc.constantFrom('2026-11-23', '2026-11-24'),
      description: fc.constantFrom('Base', 'a', 'b'),
      workedSeconds: fc.constantFrom(3600, 60, 120),
      ticketRemoteId: fc.constantFrom(7, 8, null),
    });
    fc.assert(
      fc.property(values, values, fc.array(values), fc.boolean(), (here, there, sent, isLocked) => {
        const { merged, toWrite, toTakeOver } = mergePortalLine({ base: BASE, sent, here, there, isLocked });
        expect({ ...there, ...pick(merged, toWrite) }).toEqual(merged);
        expect({ ...here, ...pick(merged, toTakeOver) }).toEqual(merged);
        if (isLocked) expect(merged).toEqual(there);
        const again = mergePortalLine({ base: merged, sent, here: merged, there: merged, isLocked });
        expect(again).toEqual({ merged, toWrite: [], toTakeOver: [], contested: [] });
      }),
    );
  });
});

describe('a line found on the portal after its creation got no answer', () => {
  const sent = [
    { ...BASE, description: 'First' },
    { ...BASE, description: 'Second' },
  ];

  it('is known as the attempt that came through', () => {
    expect(recogniseCreated(sent, { ...BASE, description: 'First' })).toEqual({ ...BASE, description: 'First' });
    expect(recogniseCreated(sent, { ...BASE, description: 'Second' })).toEqual({ ...BASE, description: 'Second' });
  });

  it('is known as what was sent last where somebody has changed it since', () => {
    expect(recogniseCreated(sent, { ...BASE, description: 'Theirs', workedSeconds: 60 })).toEqual({
      ...BASE,
      description: 'Second',
    });
  });
});
