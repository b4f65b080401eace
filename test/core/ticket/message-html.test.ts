import { formatMessageHtml, formatScreenshotMessageHtml } from '@core/ticket/message-html';
import { describe, expect, it } from 'vitest';

describe('a message as HTML', () => {
  it('keeps paragraphs and line breaks', () => {
    expect(formatMessageHtml(' Hej!\n\nRad ett\nRad två\n\n\n')).toBe('<p>Hej!</p><p>Rad ett<br>Rad två</p>');
  });

  it('shows what was typed and runs none of it', () => {
    expect(formatMessageHtml(`<img src=x onerror="a('&')">`)).toBe(
      '<p>&lt;img src=x onerror=&quot;a(&#39;&amp;&#39;)&quot;&gt;</p>',
    );
  });
});

describe('the message that carries a screen dump', () => {
  it('names its title and links its address', () => {
    expect(
      formatScreenshotMessageHtml({ text: 'Se bilden', title: 'Order', address: 'https://erp.example/?a=1&b' }),
    ).toBe(
      '<p>Se bilden</p><p><strong>Order</strong><br><a href="https://erp.example/?a=1&amp;b">https://erp.example/?a=1&amp;b</a></p>',
    );
  });

  it('links nothing that is no web address, and leaves out what is empty', () => {
    expect(formatScreenshotMessageHtml({ text: '', title: '', address: 'javascript:alert(1)' })).toBe(
      '<p>javascript:alert(1)</p>',
    );
    expect(formatScreenshotMessageHtml({ text: 'Hej', title: '', address: '' })).toBe('<p>Hej</p>');
  });
});
