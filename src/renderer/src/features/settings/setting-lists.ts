const MOST_PERCENTS = 10;
const MOST_TEMPLATES = 50;
const LONGEST_TEMPLATE = 500;

/** Per cents as a person writes them, with a comma or a point, parted by semicolons or spaces; ascending, once each. */
export function parsePercents(text: string): number[] | null {
  const parts = text.split(/[;\s%]+/).filter((part) => part !== '');
  if (parts.some((part) => !/^\d{1,2}([.,]\d{1,2})?$/.test(part))) return null;
  const percents = [...new Set(parts.map((part) => Number(part.replace(',', '.'))))].sort((one, other) => one - other);
  return percents.length <= MOST_PERCENTS && percents.every((percent) => percent >= 1) ? percents : null;
}

/** Per cents in the language's own decimals, as {@link parsePercents} reads them. */
export function formatPercents(percents: readonly number[], language: 'sv' | 'en'): string {
  return percents.map((percent) => String(percent).replace('.', language === 'sv' ? ',' : '.')).join('; ');
}

/** One template a line; empty lines and repetitions fall away, and so does what is more or longer than can be kept. */
export function parseTemplates(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim().slice(0, LONGEST_TEMPLATE).trim());
  return [...new Set(lines.filter((line) => line !== ''))].slice(0, MOST_TEMPLATES);
}
