/**
 * Writes Sweden's public holidays out of date-holidays, `node scripts/write-holidays.mjs`. The library carries the rules of
 * all countries and takes a tenth of a second to load, which the app does not have at its start; a test compares the
 * list with the library.
 */

import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectFolder } from './lib/places.mjs';

const FIRST_YEAR = 2015;
const LAST_YEAR = 2060;

const Holidays = createRequire(join(projectFolder, 'package.json'))('date-holidays');

function datesOf(year, type) {
  return new Holidays('SE', { types: [type] }).getHolidays(year).map(({ date }) => date.slice(0, 10));
}

const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
// The library files the three eves, and nothing else of Sweden's, under "bank".
const list = {
  public: years.flatMap((year) => datesOf(year, 'public')),
  eves: years.flatMap((year) => datesOf(year, 'bank')),
};
writeFileSync(
  join(projectFolder, 'src', 'core', 'time', 'swedish-holidays.json'),
  `${JSON.stringify(list, null, 2)}\n`,
);
