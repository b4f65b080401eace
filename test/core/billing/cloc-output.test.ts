import { readClocOutput } from '@core/billing/cloc-output';
import { describe, expect, it } from 'vitest';

const WIDTH = 70;

/** A line as `odoo-bin cloc` prints it. */
function line(name: string, lines: number | string, other: number | string, code: number | string): string {
  return name.padEnd(WIDTH) + [lines, other, code].map((figure) => String(figure).padStart(8)).join('');
}

function output(rows: readonly string[], total: string, after: readonly string[] = []): string {
  const rule = '-'.repeat(WIDTH + 24);
  return [line('Odoo cloc', 'Line', 'Other', 'Code'), rule, ...rows, rule, total, '', ...after].join('\n');
}

const MODULES = [
  line('exempel_lager', 730, 210, 520),
  line('exempel_order', 1500, 600, 900),
  line('odoo/studio', 14, 2, 12),
];
const TOTAL = line('', 2244, 812, 1432);

describe('what Odoo’s counter prints', () => {
  it('is read by module and in all, from the column of code: "tomma-rader och komment-rader exkluderade"', () => {
    expect(readClocOutput(output(MODULES, TOTAL))).toEqual({
      ok: true,
      value: {
        linesOfCode: 1432,
        modules: [
          { name: 'exempel_lager', linesOfCode: 520 },
          { name: 'exempel_order', linesOfCode: 900 },
          { name: 'odoo/studio', linesOfCode: 12 },
        ],
        unreadFiles: [],
      },
    });
  });

  it('is read the same with every file below its module, and with a terminal around it', () => {
    const [stock = '', ...rest] = MODULES;
    const files = [
      line('    /mnt/addons/exempel_lager/models/stock.py', 700, 200, 500),
      line('    ir.actions.server/123: Räkna om 2 lager', 30, 10, 20),
    ];
    const text = `$ odoo-bin cloc -d prod -v\r\n${output([stock, ...files, ...rest], TOTAL)}\n$ `;
    expect(readClocOutput(text)).toEqual(readClocOutput(output(MODULES, TOTAL)));
  });

  it('names the files that the counter could not read', () => {
    const errors = [
      '',
      'Errors',
      '',
      'exempel_order',
      line('    /mnt/addons/exempel_order/a.py', 'Syntax Error', '', ''),
    ];
    expect(readClocOutput(output(MODULES, TOTAL, errors))).toMatchObject({
      ok: true,
      value: { linesOfCode: 1432, unreadFiles: ['/mnt/addons/exempel_order/a.py'] },
    });
  });

  it('may be nothing at all', () => {
    expect(readClocOutput(output([], line('', 0, 0, 0)))).toMatchObject({ ok: true, value: { linesOfCode: 0 } });
  });

  it('may be the figure alone, with spaces', () => {
    expect(readClocOutput(' 1\u00a0432 \n')).toMatchObject({ ok: true, value: { linesOfCode: 1432, modules: [] } });
  });

  it.each([
    ['not-a-count', ''],
    ['not-a-count', 'Hej!'],
    ['not-a-count', '-5'],
    ['not-a-count', '1432 rader'],
    ['no-total', output(MODULES, TOTAL).slice(0, 300)],
    ['no-total', output(MODULES, '')],
    ['sum-differs', output(MODULES.slice(1), TOTAL)],
  ])('is refused as %s (%#)', (problem, text) => {
    expect(readClocOutput(text)).toEqual({ ok: false, failure: problem });
  });
});
