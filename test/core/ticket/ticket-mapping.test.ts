import { agreementsOfTags, DEFAULT_MAPPING, ticketMappingSchema } from '@core/ticket/ticket-mapping';
import { describe, expect, it } from 'vitest';

const GOLD = { remoteId: 1, name: 'Guld' };
const PATCH = { remoteId: 2, name: 'Patchavtal' };

describe('the agreements that a customer’s tags mean', () => {
  it('are those that the tags name, as long as nobody has chosen any', () => {
    expect(agreementsOfTags([GOLD, PATCH], DEFAULT_MAPPING)).toEqual(['patch']);
  });

  it('are by the chosen tags alone where there is a choice, and by name for the others', () => {
    const agreementTagRemoteIds = { patch: [GOLD.remoteId] };
    expect(agreementsOfTags([PATCH], { agreementTagRemoteIds })).toEqual([]);
    expect(agreementsOfTags([GOLD, { remoteId: 3, name: 'Löpande' }], { agreementTagRemoteIds })).toEqual([
      'on-demand',
      'patch',
    ]);
  });

  it('can be none, chosen so', () => {
    expect(agreementsOfTags([PATCH], { agreementTagRemoteIds: { patch: [] } })).toEqual([]);
  });
});

it('is by name in a mapping that was kept before tags could be chosen', () => {
  const { agreementTagRemoteIds: _tags, ...kept } = DEFAULT_MAPPING;
  expect(ticketMappingSchema.parse(kept)).toEqual(DEFAULT_MAPPING);
});
