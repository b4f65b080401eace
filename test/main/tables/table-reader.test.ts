import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { createTableReader } from '../../../src/main/platform/tables/table-reader';
import { expectFailure, expectValue } from '../../support/portal-bench';
import { makeFolder } from '../../support/workbench';
import { makeXlsx, xlsxParts } from '../../support/xlsx-file';
import { makeZip } from '../../support/zip-file';

const TEXT = 'Kund;Timmar\r\nÅkerö & Söner AB;1,5\r\n';
const TABLE = { headers: ['Kund', 'Timmar'], rows: [{ number: 2, cells: ['Åkerö & Söner AB', '1,5'] }] };

function read(content: string | Uint8Array, { name = 'kunder.csv', longestMs = 30_000 } = {}) {
  const file = join(makeFolder(), name);
  writeFileSync(file, content);
  const reader = createTableReader(
    fileURLToPath(new URL('../../../src/main/platform/tables/table-worker.ts', import.meta.url)),
    { longestMs, execArgv: ['--import', new URL('../../support/resolve-typescript.ts', import.meta.url).href] },
  );
  return reader(file);
}

describe('a text file', () => {
  const utf16 = Buffer.from(`\ufeff${TEXT}`, 'utf16le');
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
    ['Windows-1252', Buffer.from(TEXT, 'latin1')],
    ['UTF-16, little end first', utf16],
    ['UTF-16, big end first', Buffer.from(utf16).swap16()],
  ])('is read in %s', async (_name, bytes) => {
    expect(expectValue(await read(bytes))).toEqual(TABLE);
  });

  it('has the euro sign and the dashes of Windows-1252', async () => {
    const bytes = Buffer.concat([Buffer.from('Namn;Not\nPris '), Buffer.from([0x80, 0x20, 0x96, 0x3b, 0x99])]);
    expect(expectValue(await read(bytes)).rows).toEqual([{ number: 2, cells: ['Pris € –', '™'] }]);
  });

  it('is refused when it is too large, before it is read', async () => {
    expect(expectFailure(await read(Buffer.alloc(50_000_000, 'a;b\n')))).toEqual({ kind: 'file-too-large' });
  });

  it('is refused when it is a picture by another name, or noise', async () => {
    const picture = PNG.sync.write(new PNG({ width: 40, height: 40 }));
    expect(expectFailure(await read(picture, { name: 'kunder.csv' }))).toEqual({ kind: 'not-a-table' });
    expect(expectFailure(await read(picture, { name: 'kunder.xlsx' }))).toEqual({ kind: 'not-a-table' });
    expect(expectFailure(await read(randomBytes(5_000)))).toEqual({ kind: 'not-a-table' });
  });
});

it('says so of a file that is not there, or is a folder', async () => {
  const reader = createTableReader('never-started.js');
  expect(expectFailure(await reader(join(makeFolder(), 'gone.csv')))).toEqual({ kind: 'file-not-readable' });
  expect(expectFailure(await reader(makeFolder()))).toEqual({ kind: 'file-not-readable' });
});

describe('a spreadsheet', () => {
  it('is read by what it is and not by its name, with its figures and days as a person would type them', async () => {
    const bytes = makeXlsx([['Kund', 'Timmar', 'Köpt'], [], ['Åkerö & Söner AB', 0.1 + 0.2, { day: 46_327 }]]);
    expect(expectValue(await read(bytes, { name: 'kunder.csv' }))).toEqual({
      headers: ['Kund', 'Timmar', 'Köpt'],
      rows: [{ number: 3, cells: ['Åkerö & Söner AB', '0.3', '2026-11-01'] }],
    });
  });

  it('shows for a formula what was last shown, and works nothing out', async () => {
    const bytes = makeXlsx([['Kund'], [{ formula: 'WEBSERVICE("http://127.0.0.1:9/")', shown: '=1+1' }]]);
    expect(expectValue(await read(bytes)).rows).toEqual([{ number: 2, cells: ['=1+1'] }]);
  });

  it('is refused when it would be too large unpacked', async () => {
    const bomb = makeZip(xlsxParts(' '.repeat(70_000_000)));
    expect(bomb.length).toBeLessThan(100_000);
    expect(expectFailure(await read(bomb))).toEqual({ kind: 'file-too-large' });
  });

  it('is refused when it holds more than it says', async () => {
    const liar = xlsxParts(`<worksheet><sheetData>${' '.repeat(70_000_000)}</sheetData></worksheet>`);
    const bytes = makeZip(liar.map((part) => (part.name.includes('sheet1') ? { ...part, saysBytes: 1_000 } : part)));
    expect(await read(bytes)).toMatchObject({ ok: false });
  });

  it('is refused when its rows are so far apart that they would take all memory', { timeout: 30_000 }, async () => {
    const far = '<worksheet><sheetData><row r="900000000"><c r="A900000000"><v>1</v></c></row></sheetData></worksheet>';
    expect(expectFailure(await read(makeZip(xlsxParts(far))))).toEqual({ kind: 'file-too-large' });
  });

  it('is refused when it takes too long', async () => {
    const rows = Array.from({ length: 2_000 }, () => ['a', 1, 2, 3]);
    expect(expectFailure(await read(makeXlsx(rows), { longestMs: 1 }))).toEqual({ kind: 'file-too-large' });
  });

  it('is read with as many rows as a table may have', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [
      `Kund ${index} AB`,
      index,
      'Underhåll och support',
      1.5,
    ]);
    const table = expectValue(await read(makeXlsx([['Kund', 'Nummer', 'Avtal', 'Timmar'], ...rows])));
    expect(table.rows.at(-1)).toEqual({
      number: 20_001,
      cells: ['Kund 19999 AB', '19999', 'Underhåll och support', '1.5'],
    });
  });

  it('is refused when it is damaged, cut off or another kind of archive', async () => {
    const whole = makeXlsx([['Kund'], ['A']]);
    for (const bytes of [whole.subarray(0, whole.length / 2), makeZip([{ name: 'a.txt', content: 'a' }])]) {
      expect(expectFailure(await read(bytes))).toEqual({ kind: 'spreadsheet-damaged' });
    }
    const notXml = makeZip(xlsxParts('<worksheet><sheetData><row r="1"><c r="A1"'));
    expect(await read(notXml)).toMatchObject({ ok: false });
  });
});
