import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readTable } from '../../../src/main/platform/tables/read-table';
import { expectFailure } from '../../support/portal-bench';
import { makeXlsx, xlsxParts } from '../../support/xlsx-file';
import { makeZip } from '../../support/zip-file';

const whole = makeXlsx([['Kund'], ['A']]);

it('reads no table from a spreadsheet that was cut off anywhere', async () => {
  for (let length = 4; length < whole.length; length += 1)
    expect(expectFailure(await readTable(whole.subarray(0, length)))).toEqual({ kind: 'spreadsheet-damaged' });
});

it('takes any bytes, and any damage, without an exception', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.nat(), fc.nat(255), async (bytes, place, value) => {
      const damaged = whole.slice();
      damaged[place % damaged.length] = value;
      for (const some of [bytes, Uint8Array.from([0x50, 0x4b, 3, 4, ...bytes]), damaged]) await readTable(some);
    }),
  );
});

it('refuses an archive whose parts are too large together, or too many, by what it says of them', async () => {
  const parts = xlsxParts('<worksheet/>');
  const large = Array.from({ length: 3 }, (_, index) => ({ name: `${index}`, content: 'x', saysBytes: 30_000_000 }));
  const many = Array.from({ length: 1_000 }, (_, index) => ({ name: `${index}`, content: '' }));
  for (const more of [large, many])
    expect(expectFailure(await readTable(makeZip([...parts, ...more])))).toEqual({ kind: 'file-too-large' });
});
