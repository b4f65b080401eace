import { conflictRuleOf, mergeTicket, recogniseCreatedTicket, withField } from '@core/ticket/merge-ticket';
import {
  differingFields,
  isSameField,
  TICKET_FIELDS,
  type TicketFields,
  ticketFieldsSchema,
} from '@core/ticket/ticket-fields';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const base: TicketFields = {
  title: 'Order kan inte bekräftas',
  descriptionHtml: '<p>Felet kommer vid bekräftelse.</p>',
  stage: { remoteId: 1, resolution: 'open' },
  priority: '0',
  assigneeRemoteIds: [5],
  tagRemoteIds: [],
};

const ids = fc
  .uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 3 })
  .map((list) => list.toSorted((a, b) => a - b));
const fields: fc.Arbitrary<TicketFields> = fc.record({
  title: fc.constantFrom('a', 'b', 'c'),
  descriptionHtml: fc.constantFrom('<p>a</p>', '<div>a</div>', '<p>b</p>', ''),
  stage: fc.record({
    remoteId: fc.constantFrom(null, 1, 2),
    resolution: fc.constantFrom('open' as const, 'done' as const),
  }),
  priority: fc.constantFrom('0', '1'),
  assigneeRemoteIds: ids,
  tagRemoteIds: ids,
});

describe('merging a ticket', () => {
  it('writes what was changed here and takes over what was changed there', () => {
    const merge = mergeTicket({
      base,
      sent: [],
      here: { ...base, stage: { remoteId: 2, resolution: 'open' } },
      there: { ...base, title: 'Order kan inte bekräftas, brådskar' },
    });
    expect(merge.merged).toMatchObject({ title: 'Order kan inte bekräftas, brådskar', stage: { remoteId: 2 } });
    expect(merge.toWrite).toEqual(['stage']);
    expect(merge.conflicts).toEqual([]);
  });

  // SYNC, "Conflicts": "three-way per field; both changed → the server wins, the local value stays in the history".
  it.each(['stage', 'assigneeRemoteIds', 'priority', 'tagRemoteIds'] as const)('lets the portal win in %s', (field) => {
    const mine = {
      ...base,
      stage: { remoteId: 2, resolution: 'open' as const },
      assigneeRemoteIds: [6],
      priority: '1',
      tagRemoteIds: [1],
    };
    const theirs = {
      ...base,
      stage: { remoteId: 3, resolution: 'open' as const },
      assigneeRemoteIds: [7],
      priority: '2',
      tagRemoteIds: [2],
    };
    const merge = mergeTicket({
      base,
      sent: [],
      here: withField(base, field, mine),
      there: withField(base, field, theirs),
    });
    expect(merge.merged[field]).toEqual(theirs[field]);
    expect(merge.toWrite).toEqual([]);
    expect(merge.conflicts.map((conflict) => conflict.field)).toEqual([field]);
    expect(merge.conflicts[0]?.mine[field]).toEqual(mine[field]);
    expect(conflictRuleOf(field)).toBe('portal-wins');
  });

  // SYNC, "Conflicts": "separate fields merge; the same field → both kept, the person chooses".
  it.each(['title', 'descriptionHtml'] as const)('keeps both and lets a person choose in %s', (field) => {
    const mine = { ...base, title: 'mitt', descriptionHtml: '<p>mitt</p>' };
    const theirs = { ...base, title: 'deras', descriptionHtml: '<p>deras</p>' };
    const merge = mergeTicket({
      base,
      sent: [],
      here: withField(base, field, mine),
      there: withField(base, field, theirs),
    });
    expect(merge.conflicts).toMatchObject([
      { field, mine: { [field]: mine[field] }, theirs: { [field]: theirs[field] } },
    ]);
    expect(conflictRuleOf(field)).toBe('person-chooses');
  });

  it('knows what it sent itself again', () => {
    const sent = { ...base, title: 'skickat' };
    const merge = mergeTicket({ base, sent: [sent], here: { ...base, title: 'senare' }, there: sent });
    expect(merge).toMatchObject({ merged: { title: 'senare' }, toWrite: ['title'], conflicts: [] });
  });

  it('finds no conflict where both say the same, or the same words in other tags', () => {
    const here = { ...base, title: 'b', descriptionHtml: '<p>En rad</p>' };
    const there = { ...base, title: 'b', descriptionHtml: '<div>En  rad</div>' };
    expect(mergeTicket({ base, sent: [], here, there })).toMatchObject({ toWrite: [], conflicts: [], merged: there });
  });

  it('loses no change of either side', () => {
    fc.assert(
      fc.property(fields, fields, fields, fc.array(fields, { maxLength: 2 }), (first, here, there, sent) => {
        const { merged, toWrite, conflicts } = mergeTicket({ base: first, sent, here, there });
        for (const field of TICKET_FIELDS) {
          const isMine = isSameField(field, merged, here);
          const isTheirs = isSameField(field, merged, there);
          expect(isMine || isTheirs).toBe(true);
          if (isSameField(field, here, first)) expect(isTheirs).toBe(true);
          if (!isTheirs) expect(toWrite).toContain(field);
          // What was changed here holds, or is kept as a conflict.
          if (!isSameField(field, here, first) && !isMine) {
            expect(conflicts.map((conflict) => conflict.field)).toContain(field);
          }
        }
        expect(differingFields(merged, there)).toEqual(toWrite);
      }),
    );
  });

  it('is done once it was written: merging again changes nothing', () => {
    fc.assert(
      fc.property(fields, fields, fields, (first, here, there) => {
        const { merged } = mergeTicket({ base: first, sent: [], here, there });
        expect(mergeTicket({ base: there, sent: [merged], here: merged, there: merged })).toMatchObject({
          toWrite: [],
          conflicts: [],
        });
      }),
    );
  });

  it('can be written to the file and read from it', () => {
    fc.assert(
      fc.property(fields, (some) => {
        expect(ticketFieldsSchema.parse(JSON.parse(JSON.stringify(some)))).toEqual(some);
      }),
    );
  });
});

describe('a ticket that was found after its creation got no answer', () => {
  it('is known by what an attempt sent, and leaves what is none of it to the next merge', () => {
    const first = { ...base, title: 'först' };
    const last = { ...base, title: 'sedan', priority: '1' };
    const there = { ...first, stage: { remoteId: 9, resolution: 'open' as const } };
    expect(recogniseCreatedTicket([first, last], there)).toEqual({ ...last, title: 'först', priority: '0' });
  });

  it('without any attempt is what stands there', () => {
    expect(recogniseCreatedTicket([], base)).toEqual(base);
  });
});
