import { attachmentName } from '@core/ticket/attachment-name';
import { formatStepsMessageHtml, numberedCaptions } from '@core/ticket/steps-message-html';
import { describe, expect, it } from 'vitest';

const step = (caption: string, fileName: string, more = {}) => ({ caption, title: '', address: '', fileName, ...more });

describe('steps to reproduce as a message', () => {
  it('number the captions, name each picture below its own, and end with the two answers', () => {
    const html = formatStepsMessageHtml(
      {
        steps: [
          step('Öppna ordern', 'S-1042-01-aaaa.png', { title: 'S00042', address: 'https://erp.example/odoo/sales/42' }),
          step('Tryck på Bekräfta', 'S-1042-02-bbbb.png'),
        ],
        happened: 'Ett fel kom.',
        expected: 'Ordern bekräftas.',
      },
      'sv',
    );
    expect(html).toBe(
      '<p><strong>Så här gör man</strong></p><ol>' +
        '<li><p>Öppna ordern</p><p><strong>S00042</strong><br><a href="https://erp.example/odoo/sales/42">https://erp.example/odoo/sales/42</a><br><em>Bild: S-1042-01-aaaa.png</em></p></li>' +
        '<li><p>Tryck på Bekräfta</p><p><em>Bild: S-1042-02-bbbb.png</em></p></li></ol>' +
        '<p><strong>Detta hände</strong></p><p>Ett fel kom.</p>' +
        '<p><strong>Detta förväntades</strong></p><p>Ordern bekräftas.</p>',
    );
  });

  it('leave out an answer that is empty, in English too', () => {
    const html = formatStepsMessageHtml(
      { steps: [step('Open it', 'a.png')], happened: ' ', expected: 'It opens.' },
      'en',
    );
    expect(html).toBe(
      '<p><strong>What was done</strong></p><ol><li><p>Open it</p><p><em>Picture: a.png</em></p></li></ol>' +
        '<p><strong>What was expected</strong></p><p>It opens.</p>',
    );
  });

  it('show what was typed and run none of it', () => {
    const evil = '<script>alert(1)</script>';
    const html = formatStepsMessageHtml(
      { steps: [step(evil, evil, { title: evil, address: 'javascript:alert(1)' })], happened: evil, expected: evil },
      'en',
    );
    expect(html).not.toContain('<script');
    expect(html).not.toContain('href');
    expect(html.match(/&lt;script&gt;/g)).toHaveLength(5);
  });
});

describe('the captions of steps', () => {
  it('are one numbered text, in which a step without words keeps its number', () => {
    expect(numberedCaptions(['Öppna', ' ', 'Spara '])).toBe('1. Öppna\n2.\n3. Spara');
    expect(numberedCaptions([])).toBe('');
  });
});

describe('the name of a picture on the portal', () => {
  it('is that of its ticket and content, and among several begins with its place', () => {
    const hash = '0123456789abcdef';
    expect(attachmentName('S-1042', hash, null)).toBe('S-1042-01234567.png');
    const names = [10, 2, 1].map((place) => attachmentName('S-1042', hash, place));
    expect(names.toSorted()).toEqual(names.toReversed());
  });
});
