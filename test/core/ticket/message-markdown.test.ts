import { markdownToMessageHtml, pictureMarkdown, picturesInMarkdown } from '@core/ticket/message-markdown';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const LONGEST = 20_000;

/** Exactly the tags that may come out, each with exactly the attributes it may have. */
const ALLOWED =
  /<(?:\/?(?:p|strong|em|s|code|pre|blockquote|ul|ol|li|h[3-6]|a)|br|hr|ol start="\d{1,9}"|a href="(?:https?:\/\/|mailto:|tel:)[^"<>\s]+")>/gi;
const ESCAPED = /&(?:amp|lt|gt|quot|#39);/g;

function expectClean(html: string) {
  const text = html.replace(ALLOWED, '').replace(ESCAPED, '');
  // Nothing is left that HTML would take for a tag, an attribute's end or a character of its own.
  expect(text).not.toMatch(/[<>"'&]/);
  const open: string[] = [];
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z]\w*)[^>]*>/g)) {
    if (slash === '/') expect(open.pop()).toBe(name);
    else if (name !== 'br' && name !== 'hr') open.push(name);
  }
  expect(open).toEqual([]);
}

describe('Markdown as the HTML of a message', () => {
  it('keeps paragraphs and line breaks as they were typed', () => {
    expect(markdownToMessageHtml(' Hej!\r\n\r\nRad ett\nRad två\n\n\n')).toBe('<p>Hej!</p><p>Rad ett<br>Rad två</p>');
    expect(markdownToMessageHtml(' \n ')).toBe('');
  });

  it.each([
    ['**fet**, *kursiv* och ~~struken~~', '<p><strong>fet</strong>, <em>kursiv</em> och <s>struken</s></p>'],
    ['## Orsak', '<h4>Orsak</h4>'],
    ['- ett\n- två', '<ul><li>ett</li><li>två</li></ul>'],
    ['3. tre\n4. fyra', '<ol start="3"><li>tre</li><li>fyra</li></ol>'],
    ['> citat', '<blockquote><p>citat</p></blockquote>'],
    ['`a < b`', '<p><code>a &lt; b</code></p>'],
    ['```sql\nSELECT 1 < 2\n```', '<pre>SELECT 1 &lt; 2</pre>'],
    ['[ordern](https://erp.example/?a=1&b)', '<p><a href="https://erp.example/?a=1&amp;b">ordern</a></p>'],
    ['se https://erp.example/odoo.', '<p>se <a href="https://erp.example/odoo">https://erp.example/odoo</a>.</p>'],
    ['över\n\n---\n\nunder', '<p>över</p><hr><p>under</p>'],
  ])('writes %j', (markdown, html) => {
    expect(markdownToMessageHtml(markdown)).toBe(html);
  });

  it('shows HTML as it was typed and runs none of it', () => {
    expect(markdownToMessageHtml(`<img src=x onerror="a('&')"> **x** <b>`)).toBe(
      '<p>&lt;img src=x onerror=&quot;a(&#39;&amp;&#39;)&quot;&gt; <strong>x</strong> &lt;b&gt;</p>',
    );
    expect(markdownToMessageHtml('<div>\n*x*\n</div>\n&lt;')).toBe(
      '<p>&lt;div&gt;<br><em>x</em><br>&lt;/div&gt;<br>&amp;lt;</p>',
    );
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScript:alert(1))',
    '<javascript:alert(1)>',
    '[x](data:text/html,1)',
    '![x](data:image/svg+xml,1)',
    '[x](vbscript:1)',
    '[x](//evil.example)',
    '[x](file:///etc/passwd)',
  ])('leads nowhere from %j', (markdown) => {
    const html = markdownToMessageHtml(markdown);
    expect(html).not.toContain('<a');
    expect(html).toContain(markdown.replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
  });

  it('loses no words: definitions, tables and tick boxes stay text', () => {
    expect(markdownToMessageHtml('[ref]: https://a.example/ "t"')).toContain('[ref]: <a href="https://a.example/">');
    expect(markdownToMessageHtml('|a|b|\n|-|-|\n|1|2|')).toBe('<p>|a|b|<br>|-|-|<br>|1|2|</p>');
    expect(markdownToMessageHtml('- [x] gjort')).toBe('<ul><li>[x] gjort</li></ul>');
  });

  it('puts a picture of the app where it stands, links one that is elsewhere, and leaves one that is unknown as text', () => {
    const html = markdownToMessageHtml(
      'Se ![ordern](picture:a1) och ![k](picture:b2), ![k](https://x.example/k.png)',
      (id, words) => (id === 'a1' ? `<em>Bild: ${words}</em>` : null),
    );
    expect(html).toBe('<p>Se <em>Bild: ordern</em> och ![k](picture:b2), <a href="https://x.example/k.png">k</a></p>');
  });

  it('names the pictures of a text in order, each once', () => {
    const text = `${pictureMarkdown('b', 'order [1]')} **${pictureMarkdown('a', '')}** ${pictureMarkdown('b', '')}`;
    expect(picturesInMarkdown(`${text} \`![](picture:c)\``)).toEqual(['b', 'a']);
  });

  it('writes only clean HTML, whatever is typed', () => {
    const piece = fc.constantFrom(
      ...['<', '>', '"', "'", '&', '*', '_', '`', '[', ']', '(', ')', '!', '#', '-', '+', '1.', '>', '|', '~', '\\'],
      ...[
        '\n',
        '\n\n',
        ' ',
        '    ',
        '```',
        '<b>',
        '</p>',
        '<script>',
        '<!--',
        '-->',
        '&lt;',
        '&#x22;',
        '<a href="',
        ':',
      ],
      ...['https://a.b/', 'javascript:', 'data:', 'picture:', 'onerror=', 'www.a.b', 'a@b.se', 'mailto:', '[x]: '],
      ...['[x](', '](https://a.se "', '![', '{', 'ö', '\u0000', '\u202e', '\ud800'],
    );
    const typed = fc.oneof(
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
      fc.string(),
    );
    fc.assert(
      fc.property(typed, (markdown) => expectClean(markdownToMessageHtml(markdown))),
      { numRuns: 3_000 },
    );
  });

  it.each(['>', '> ', '- ', '1. ', '[', '*a ', '_a', '![a](', '`', '<', '**a ', '[*_~', '\\', '(', 'a@'])(
    'reads a text of nothing but %j in no time',
    (piece) => {
      expectClean(markdownToMessageHtml(piece.repeat(LONGEST / piece.length)));
    },
  );
});
