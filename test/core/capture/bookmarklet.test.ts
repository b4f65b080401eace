import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { handOverLink } from '../../../resources/browser-companion/link.js';

const PAGE = readFileSync(new URL('../../../resources/browser-companion/install.html', import.meta.url), 'utf8');
const [, bookmarklet = ''] = /href="javascript:([^"]*)"/.exec(PAGE) ?? [];

/** Runs the bookmarklet as it stands in the companion's page, on a page of that address. */
function press(url: string, title: string, selection: string, language = 'en-GB') {
  const location = { href: url };
  const said: string[] = [];
  const answer: unknown = runInNewContext(decodeURIComponent(bookmarklet), {
    location,
    URL,
    document: { title },
    navigator: { language },
    getSelection: () => ({ toString: () => selection }),
    alert: (text: string) => said.push(text),
  });
  return { href: location.href, said, answer };
}

describe('the bookmarklet in the page people install it from', () => {
  it.each([
    ['https://erp.example/odoo/sales/42', 'S00042 - Odoo', ''],
    ['https://erp.example/web#id=42&model=sale.order', 'Åäö “100 %”', 'Rad 1\nRad 2'],
    ['https://anna:hemligt@erp.example/odoo', '', 'ö'.repeat(2_000)],
  ])('opens the link that the extension would open: %s', (url, title, selection) => {
    const { href, said, answer } = press(url, title, selection);
    expect(href).toBe(handOverLink({ url, title, selection }));
    expect(said).toEqual([]);
    // A bookmarklet that answers a text replaces the page by it.
    expect(answer).toBeUndefined();
  });

  it('stays on a page that cannot be handed over and says so, in the language of the browser', () => {
    const url = 'file:///etc/passwd';
    expect(press(url, '', '')).toMatchObject({ href: url, said: [expect.stringContaining('cannot be handed over')] });
    expect(press(url, '', '', 'sv-SE').said).toEqual([expect.stringContaining('kan inte lämnas över')]);
  });

  it('stands there a second time, to be copied', () => {
    expect(PAGE).toContain(`>javascript:${bookmarklet}</textarea>`);
  });
});
