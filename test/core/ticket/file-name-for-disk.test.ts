import { fileNameForDisk } from '@core/ticket/file-name-for-disk';
import { expect, it } from 'vitest';

it.each([
  ['betalning – skärmbild.png', 'betalning – skärmbild.png'],
  ['../../etc/passwd', 'etc passwd'],
  ['C:\\Windows\\System32\\evil.dll', 'C Windows System32 evil.dll'],
  ['faktura\u202efdp.exe', 'faktura fdp.exe'],
  ['a\u0000b\n.txt', 'a b.txt'],
  ['.bashrc', 'bashrc'],
  ['name. . ', 'name'],
  ['CON.txt', '_CON.txt'],
  ['nul', '_nul'],
  ['console.log', 'console.log'],
  ['Makefile', 'Makefile'],
  ['...', 'Fyra'],
  ['', 'Fyra'],
])('gives %j the name %j', (given, name) => {
  expect(fileNameForDisk(given)).toBe(name);
});

it('cuts a long name and keeps its ending', () => {
  expect(fileNameForDisk(`${'å'.repeat(300)}.pdf`)).toBe(`${'å'.repeat(116)}.pdf`);
  expect([...fileNameForDisk('😀'.repeat(300))]).toHaveLength(120);
});
