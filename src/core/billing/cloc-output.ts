import { fail, type Outcome, succeed } from '../outcome';

/** The lines that Odoo's counter found in a module, or in what was made in Studio (`odoo/studio`). */
export interface CountedModule {
  readonly name: string;
  readonly linesOfCode: number;
}

/** What Odoo's counter found in an instance, blank and comment lines left out. */
export interface CountedCode {
  readonly linesOfCode: number;
  /** In the order of the output. */
  readonly modules: readonly CountedModule[];
  /** Files that the counter could not read, as it names them: their lines are in no figure. */
  readonly unreadFiles: readonly string[];
}

/**
 * Why a text is no such count. `no-total`: the table has no sum, so part of the output is missing. `sum-differs`: the
 * modules do not make the sum.
 */
export type ClocProblem = 'not-a-count' | 'no-total' | 'sum-differs';

const PLAIN_COUNT = /^\d{1,9}$/u;
const HEADING = /^\s*Odoo cloc\s+Line\s+Other\s+Code\s*$/u;
const RULE = /^\s*-{10,}\s*$/u;
const FIGURES = /^(?<name>.*?)\s*(?<!\S)(?<lines>\d{1,9})\s+(?<other>\d{1,9})\s+(?<code>\d{1,9})\s*$/u;
const ERRORS = /^\s*Errors\s*$/u;
/** A file of a module stands below it, indented, when the counter was asked for every file. */
const FILE_OF_MODULE = /^\s{4}\S/u;
const UNREAD_FILE = /^\s{4}(?<file>\S.*?)\s{2,}\S.*$/u;

interface Row {
  readonly name: string;
  readonly linesOfCode: number;
}

function readRows(lines: readonly string[]): Row[] {
  return lines.flatMap((line) => {
    const figures = FIGURES.exec(line)?.groups;
    if (figures === undefined || (FILE_OF_MODULE.test(line) && figures['name']?.trim() !== '')) return [];
    return [{ name: figures['name']?.trim() ?? '', linesOfCode: Number(figures['code']) }];
  });
}

/**
 * Reads what `odoo-bin cloc` prints (the table *Odoo cloc, Line, Other, Code*, with or without the files of each module,
 * and whatever a terminal has printed around it), or the figure alone. Counted is the column *Code*: Odoo leaves blank and
 * comment lines out of it. Source: 002, "Odoo-”maintenance tool” används för att beräkna koden (tomma-rader och
 * komment-rader exkluderade)".
 */
export function readClocOutput(text: string): Outcome<CountedCode, ClocProblem> {
  const figure = text.replace(/[\s\u00a0]/gu, '');
  if (PLAIN_COUNT.test(figure)) return succeed({ linesOfCode: Number(figure), modules: [], unreadFiles: [] });

  const lines = text.split(/\r?\n/u);
  const heading = lines.findIndex((line) => HEADING.test(line));
  if (heading === -1) return fail('not-a-count');
  const [firstRule = -1, secondRule = -1] = lines.flatMap((line, index) =>
    index > heading && RULE.test(line) ? [index] : [],
  );
  if (firstRule === -1 || secondRule === -1) return fail('no-total');
  const total = readRows(lines.slice(secondRule + 1, secondRule + 2)).find(({ name }) => name === '');
  if (total === undefined) return fail('no-total');
  const modules = readRows(lines.slice(firstRule + 1, secondRule));
  const sum = modules.reduce((soFar, { linesOfCode }) => soFar + linesOfCode, 0);
  if (sum !== total.linesOfCode) return fail('sum-differs');

  const errors = lines.findIndex((line, index) => index > secondRule && ERRORS.test(line));
  const unreadFiles =
    errors === -1 ? [] : lines.slice(errors + 1).flatMap((line) => UNREAD_FILE.exec(line)?.groups?.['file'] ?? []);
  return succeed({ linesOfCode: total.linesOfCode, modules, unreadFiles });
}
