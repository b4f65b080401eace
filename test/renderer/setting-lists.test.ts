import { describe, expect, it } from 'vitest';
import { formatPercents, parsePercents, parseTemplates } from '../../src/renderer/src/features/settings/setting-lists';

describe('per cents as a person writes them', () => {
  it.each([
    ['75; 87,5; 93,75', [75, 87.5, 93.75]],
    ['93.75 75  87.5', [75, 87.5, 93.75]],
    ['50 %; 50%; 1', [1, 50]],
    ['', []],
  ])('%j', (text, percents) => {
    expect(parsePercents(text)).toEqual(percents);
  });

  it.each(['three hours', '100', '0,5', '75, 87', '-5', '87.555', '1 2 3 4 5 6 7 8 9 10 11'])(
    'are not read from %j',
    (text) => {
      expect(parsePercents(text)).toBeNull();
    },
  );

  it.each(['sv', 'en'] as const)('are read as they are shown in %s', (language) => {
    expect(parsePercents(formatPercents([75, 87.5, 93.75], language))).toEqual([75, 87.5, 93.75]);
    expect(formatPercents([87.5], language)).toBe(language === 'sv' ? '87,5' : '87.5');
  });
});

describe('templates', () => {
  it('are the lines that say something, once each', () => {
    expect(parseTemplates('  Felsökning \n\nMöte\r\nFelsökning\n')).toEqual(['Felsökning', 'Möte']);
  });

  it('are no more and no longer than can be kept', () => {
    const lines = Array.from({ length: 60 }, (_, index) => `${index} ${'x'.repeat(600)}`);
    const templates = parseTemplates(lines.join('\n'));
    expect(templates).toHaveLength(50);
    expect(templates.every((template) => template.length === 500)).toBe(true);
  });
});
