import {
  type AddressCandidate,
  candidateOfReading,
  chooseAddress,
  contradictingReading,
  isSameAddress,
} from '@core/capture/choose-address';
import { CONFIDENT_FROM } from '@core/capture/reading-confidence';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const ORDER = 'https://erp.example/odoo/sales/42';
const OTHER = 'https://erp.example/odoo/crm/7';
const THIRD = 'https://erp.example/odoo/contacts/3';

const makeCandidate = (part: Partial<AddressCandidate> & Pick<AddressCandidate, 'source'>): AddressCandidate => ({
  address: ORDER,
  isAddressCut: false,
  title: '',
  selection: '',
  ageSeconds: null,
  confidencePercent: null,
  isPartial: false,
  isProposed: true,
  ...part,
});
const companion = (part: Partial<AddressCandidate> = {}) => makeCandidate({ source: 'companion', ...part });
const clipboard = (part: Partial<AddressCandidate> = {}) => makeCandidate({ source: 'clipboard', ...part });
const reading = (address = ORDER, confidence = 96, isPartial = false) =>
  candidateOfReading({ address, confidence, isPartial });

describe('the address that is filled in by itself', () => {
  it('is the best there is: handed over, then copied, then read in the picture', () => {
    const all = [reading(THIRD), clipboard({ address: OTHER }), companion()];
    expect(chooseAddress(all).chosen?.source).toBe('companion');
    expect(chooseAddress(all.slice(0, 2)).chosen?.source).toBe('clipboard');
    expect(chooseAddress(all.slice(0, 1)).chosen?.source).toBe('picture');
    expect(chooseAddress([]).chosen).toBeNull();
  });

  it('is none that may not be, however good its source', () => {
    const choice = chooseAddress([companion({ isProposed: false }), clipboard({ address: OTHER, isProposed: false })]);
    expect(choice.chosen).toBeNull();
    expect(choice.others.map(({ source }) => source)).toEqual(['companion', 'clipboard']);
  });

  it('is no partial reading and none that is not sure, which are offered all the same', () => {
    for (const unsure of [reading('erp.example/odoo/sal', 100, true), reading(ORDER, CONFIDENT_FROM - 1)]) {
      expect(chooseAddress([unsure])).toEqual({ chosen: null, others: [unsure] });
    }
    expect(chooseAddress([reading(ORDER, CONFIDENT_FROM)]).chosen?.confidencePercent).toBe(80);
  });
});

describe('the addresses that are offered beside it', () => {
  it('are the others, best first, without what says the same', () => {
    const { chosen, others } = chooseAddress([
      reading(THIRD),
      companion({ address: OTHER, isProposed: false }),
      clipboard(),
      reading('erp.example/odoo/sales/42'),
    ]);
    expect(chosen?.address).toBe(ORDER);
    expect(others.map(({ address }) => address)).toEqual([OTHER, THIRD]);
  });

  it('hold every address exactly once, together with the one that is filled in', () => {
    const anyCandidate = fc.record({
      source: fc.constantFrom('companion' as const, 'clipboard' as const, 'picture' as const),
      address: fc.constantFrom(ORDER, OTHER, 'erp.example/odoo/crm/7', THIRD, ''),
      isProposed: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyCandidate), (parts) => {
        const candidates = parts.map(makeCandidate);
        const { chosen, others } = chooseAddress(candidates);
        const shown = [...(chosen === null ? [] : [chosen]), ...others].map(({ address }) => address);
        for (const { address } of candidates.filter((candidate) => candidate.address !== '')) {
          expect(shown.filter((one) => isSameAddress(one, address))).toHaveLength(1);
        }
        expect(chosen === null).toBe(!candidates.some(({ isProposed, address }) => isProposed && address !== ''));
      }),
    );
  });
});

describe('two addresses are the same', () => {
  it.each([
    [ORDER, 'erp.example/odoo/sales/42', true],
    ['https://www.erp.example/', 'erp.example', true],
    ['https://erp.example/r%C3%A4k', 'erp.example/räk', true],
    ['https://erp.example/100%', 'erp.example/100%', true],
    [ORDER, 'erp.example/odoo/sales/4', false],
    [ORDER, `${ORDER}/`, false],
    ['https://erp.example/', 'https://erp.example:8069/', false],
  ])('%j and %j: %s', (one, other, isSame) => {
    expect(isSameAddress(one, other)).toBe(isSame);
    expect(isSameAddress(other, one)).toBe(isSame);
  });
});

describe('a reading that contradicts', () => {
  it('is a sure and whole one of another address', () => {
    expect(contradictingReading(ORDER, [companion(), reading(OTHER)])?.address).toBe(OTHER);
    expect(contradictingReading(ORDER, [companion(), reading('erp.example/odoo/sales/42')])).toBeNull();
    expect(contradictingReading(`${ORDER}?access_token=abc`, [reading()])).toBeNull();
    expect(contradictingReading(ORDER, [reading('erp.example/odoo/cr', 100, true)])).toBeNull();
    expect(contradictingReading(ORDER, [reading(OTHER, 50)])).toBeNull();
    expect(contradictingReading('', [reading(OTHER)])).toBeNull();
    expect(contradictingReading(ORDER, [clipboard({ address: OTHER })])).toBeNull();
  });
});
