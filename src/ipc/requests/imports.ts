import { importColumnsSchema, importFieldSchema, importKindSchema } from '@core/imports/import-fields';
import { ticketStateSchema } from '@core/ticket/ticket';
import { z } from 'zod';
import { done, nothing, request } from './request';

const rowNumber = z.int().min(1);
const count = z.int().min(0);

/** Why there is no table in a file. `row` where the reason lies in one. */
const tableProblemSchema = z.object({
  kind: z.enum([
    'not-a-table',
    'file-too-large',
    'file-not-readable',
    'empty',
    'too-many-rows',
    'too-many-columns',
    'cell-too-long',
    'quote-not-closed',
    'spreadsheet-damaged',
  ]),
  row: rowNumber.nullable(),
});
export type TableProblemView = z.infer<typeof tableProblemSchema>;

/** A table that was read and waits to be imported. */
const openedTableSchema = z.object({
  tableId: z.string(),
  fileName: z.string(),
  rowCount: count,
  /** In the order of the file, each with the first things that stand below it. */
  columns: z.array(z.object({ header: z.string(), examples: z.array(z.string()) })),
  /** What the headers say. */
  guessed: importColumnsSchema,
});
export type OpenedTableView = z.infer<typeof openedTableSchema>;

const cellProblems = [
  'missing',
  'text-too-long',
  'customer-unknown',
  'customer-ambiguous',
  'customer-differs',
  'not-an-agreement',
  'not-terms',
  'ends-before-it-begins',
  'not-minutes',
  'not-an-amount',
  'not-a-factor',
  'not-hours',
  'not-a-date',
  'date-ambiguous',
  'more-than-prepaid',
  'used-and-left-differ',
  'balance-without-date',
  'several-here',
  'not-an-id',
  'another-ticket',
  'several-rows',
] as const;

const rowProblemSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(cellProblems), field: importFieldSchema, text: z.string() }),
  z.object({ kind: z.literal('more-cells-than-headers'), text: z.string() }),
  z.object({ kind: z.literal('said-otherwise'), row: rowNumber }),
]);
export type RowProblemView = z.infer<typeof rowProblemSchema>;

export const rowOutcomeKindSchema = z.enum(['new', 'changed', 'same', 'passed-over', 'unreadable']);
export type RowOutcomeKind = z.infer<typeof rowOutcomeKindSchema>;

const previewRowSchema = z.object({
  number: rowNumber,
  outcome: rowOutcomeKindSchema,
  /** What stands in the row, in the order of `fields`. */
  cells: z.array(z.string()),
  changes: z.array(z.object({ field: importFieldSchema, before: z.string(), after: z.string() })),
  problems: z.array(rowProblemSchema),
  /** Why a row is none of its own; null where it is one. */
  passedOver: z.enum(['group-heading', 'part-of-row-above']).nullable(),
});
export type PreviewRowView = z.infer<typeof previewRowSchema>;

const countsSchema = z.record(rowOutcomeKindSchema, count);

/** What importing would do, row by row. */
const previewSchema = z.object({
  /** Of each group one field needs a column first; no row is looked at before. */
  missing: z.array(z.array(importFieldSchema)),
  fields: z.array(importFieldSchema),
  counts: countsSchema,
  /** In the order of the file; of each outcome only the first ones. */
  rows: z.array(previewRowSchema),
  /** Of a list of tickets, what its new and changed ones are; null for anything else. */
  list: z
    .object({
      userName: z.string(),
      count,
      /** How many of them are the user's own. */
      mineCount: count,
      /** What its stages mean in the queue. The name is empty for tickets without one. */
      stages: z.array(z.object({ name: z.string(), state: ticketStateSchema })),
    })
    .nullable(),
});
export type ImportPreviewView = z.infer<typeof previewSchema>;

const task = z.object({ tableId: z.string().max(100), kind: importKindSchema, columns: importColumnsSchema });

/** How far an import of tickets has come. */
export const importProgressSchema = z.object({ done: count, total: count });
export type ImportProgressView = z.infer<typeof importProgressSchema>;

/** Agreements, price lists, packs and tickets from a table in a file. Tickets only where there is no portal. */
export const importRequests = {
  /** Asks for the file first; null when a person chose none. */
  'imports:open': request(
    z.object({ kind: importKindSchema }),
    z.object({
      opened: z
        .discriminatedUnion('ok', [
          z.object({ ok: z.literal(true), table: openedTableSchema }),
          z.object({ ok: z.literal(false), fileName: z.string(), problem: tableProblemSchema }),
        ])
        .nullable(),
    }),
  ),
  'imports:preview': request(task, previewSchema),
  /** Imports every row that can be read. `importId` takes it back; null when nothing was written. */
  'imports:apply': request(task, z.object({ importId: z.string().nullable(), counts: countsSchema })),
  /** Stops an import of tickets that is under way; what it has written stays. */
  'imports:cancel': request(nothing, done),
  'imports:undo': request(z.object({ importId: z.string().max(100) }), done),
} as const;
