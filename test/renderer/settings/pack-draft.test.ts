import { supportPackIdSchema } from '@core/ids';
import { instantFromEpochMs } from '@core/time/instant';
import type { PackView } from '@ipc/limit-views';
import { describe, expect, it } from 'vitest';
import { beginPackDraft, readPackDraft, toPackDraft } from '../../../src/renderer/src/features/settings/pack-draft';

const NOON = instantFromEpochMs(Date.UTC(2026, 10, 25, 11, 0));
const PACK: PackView = {
  id: supportPackIdSchema.parse('0198f000-0001-7000-8000-000000000001'),
  prepaidMinutes: 1500,
  usedMinutes: 400,
  usedBeforeMinutes: 90,
  leftMinutes: 1100,
  boughtOn: '2026-11-01',
  countsFrom: NOON,
  note: 'Faktura 17',
};

describe('the form of a support pack', () => {
  it('of a new one is bought today and counts from today', () => {
    expect(beginPackDraft(NOON)).toEqual({
      prepaid: '25',
      used: '0',
      boughtOn: '2026-11-25',
      countsFrom: '2026-11-25',
      note: '',
    });
    const read = readPackDraft(beginPackDraft(NOON), null);
    expect(read.ok && read.value).toMatchObject({
      prepaidMinutes: 1500,
      usedMinutes: 0,
      countsFrom: Date.UTC(2026, 10, 24, 23, 0),
    });
  });

  it('holds what was used before counting began, not what was drawn since', () => {
    expect(toPackDraft(PACK).used).toBe('1:30');
  });

  it('keeps the moment of a pack whose day nobody changed', () => {
    const read = readPackDraft(toPackDraft(PACK), PACK);
    expect(read.ok && read.value.countsFrom).toBe(NOON);
  });

  it('cannot have used more than it holds', () => {
    const read = readPackDraft({ ...beginPackDraft(NOON), used: '26' }, null);
    expect(!read.ok && [...read.failure]).toEqual(['used']);
  });

  it('names every field that cannot be read', () => {
    const read = readPackDraft({ prepaid: '0', used: 'x', boughtOn: '', countsFrom: '2026-13-01', note: '' }, null);
    expect(!read.ok && [...read.failure].sort()).toEqual(['boughtOn', 'countsFrom', 'prepaid', 'used']);
  });
});
