import { z } from 'zod';
import { formatHoursMinutes } from '../time/duration-text';

/** What stands in a column, and so how it is written in a document and in a spreadsheet. */
export const columnKindSchema = z.enum(['text', 'date', 'seconds', 'minutes', 'count', 'percent']);
export type ColumnKind = z.infer<typeof columnKindSchema>;

const cellSchema = z.union([z.string().max(10_000), z.number(), z.null()]);
export type ReportCell = z.infer<typeof cellSchema>;

/** A table as it is shown, printed and exported. Null is nothing. */
export const reportTableSchema = z
  .object({
    title: z.string().min(1).max(200),
    /** What a reader has to know of it; may be empty. */
    note: z.string().max(2_000),
    columns: z
      .array(z.object({ header: z.string().max(200), kind: columnKindSchema }))
      .min(1)
      .max(20),
    rows: z.array(z.array(cellSchema)).max(20_000),
    /** The sums below; null where there are none. */
    sums: z.array(cellSchema).nullable(),
  })
  .readonly();
export type ReportTable = z.infer<typeof reportTableSchema>;

/** Tables that are handed out together. */
export const reportDocumentSchema = z.object({
  title: z.string().min(1).max(200),
  /** What it is about: a period, a customer. */
  subtitle: z.string().max(500),
  language: z.enum(['sv', 'en']),
  tables: z.array(reportTableSchema).min(1).max(20),
});
export type ReportDocument = z.infer<typeof reportDocumentSchema>;

/** A space that never breaks, so that a figure stays with its unit. */
const JOIN = '\u00a0';
const SECONDS_PER_MINUTE = 60;
const SECONDS_PER_HOUR = 3600;

function durationText(seconds: number): string {
  const { hours, minutes } = formatHoursMinutes(seconds);
  if (hours === 0) return `${minutes}${JOIN}min`;
  return minutes === 0 ? `${hours}${JOIN}h` : `${hours}${JOIN}h${JOIN}${String(minutes).padStart(2, '0')}`;
}

/** A cell as a person reads it: `3 h 05`, `82 %`. Worked seconds are rounded down to the minute. */
export function cellText(cell: ReportCell, kind: ColumnKind): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  switch (kind) {
    case 'seconds':
      return durationText(cell);
    case 'minutes':
      return durationText(cell * SECONDS_PER_MINUTE);
    case 'percent':
      return `${Math.floor(cell)}${JOIN}%`;
    case 'text':
    case 'date':
    case 'count':
      return String(cell);
  }
}

/**
 * A cell as a spreadsheet adds it up: durations are hours with two decimals, percentages have one and are never rounded up
 * to a goal, all else is as it is.
 */
export function cellValue(cell: ReportCell, kind: ColumnKind): ReportCell {
  if (typeof cell !== 'number') return cell;
  const inHours = (seconds: number) => Math.round((seconds / SECONDS_PER_HOUR) * 100) / 100;
  if (kind === 'seconds') return inHours(cell);
  if (kind === 'percent') return Math.floor(cell * 10) / 10;
  return kind === 'minutes' ? inHours(cell * SECONDS_PER_MINUTE) : cell;
}

/** The header of a column in a spreadsheet, which says the unit of what {@link cellValue} gives. */
export function valueHeader({ header, kind }: ReportTable['columns'][number]): string {
  if (kind === 'seconds' || kind === 'minutes') return `${header} (h)`;
  return kind === 'percent' ? `${header} (%)` : header;
}

/** Whether a column holds figures, which stand at the right. */
export function isFigure(kind: ColumnKind): boolean {
  return kind !== 'text' && kind !== 'date';
}
