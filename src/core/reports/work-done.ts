import type { Language } from '../language';
import type { ReportDocument } from './report-document';

/** A line as its customer may read it. */
export interface WorkDoneLine {
  /** Stockholm date. */
  readonly date: string;
  readonly employeeName: string;
  readonly description: string;
  /** Without what waits here for the customer's approval. */
  readonly workedSeconds: number;
}

/** What was done on a ticket, and for whom. */
export interface WorkDone {
  readonly ticketNumber: string;
  readonly ticketTitle: string;
  /** Null: nobody is known as the customer. */
  readonly customerName: string | null;
  readonly lines: readonly WorkDoneLine[];
}

interface Wording {
  readonly title: (ticket: string) => string;
  readonly work: string;
  readonly date: string;
  readonly who: string;
  readonly what: string;
  readonly time: string;
  readonly sum: string;
  readonly notDescribed: string;
}

const WORDING: Readonly<Record<Language, Wording>> = {
  sv: {
    title: (ticket) => `Utfört arbete, ärende ${ticket}`,
    work: 'Arbete',
    date: 'Datum',
    who: 'Konsult',
    what: 'Utfört arbete',
    time: 'Tid',
    sum: 'Summa',
    notDescribed: '(ingen beskrivning)',
  },
  en: {
    title: (ticket) => `Work done, ticket ${ticket}`,
    work: 'Work',
    date: 'Date',
    who: 'Consultant',
    what: 'Work done',
    time: 'Time',
    sum: 'Sum',
    notDescribed: '(no description)',
  },
};

/**
 * The work on a ticket as its customer may read it: descriptions and worked time, the oldest first. Verdicts, reasons and
 * what waits for approval stay with us. Source: 000, "Track your ticket in the portal": "Work done by our consultants",
 * "Time logged".
 */
export function workDoneDocument(
  { ticketNumber, ticketTitle, customerName, lines }: WorkDone,
  language: Language,
): ReportDocument {
  const wording = WORDING[language];
  const told = lines
    .filter(({ workedSeconds }) => workedSeconds > 0)
    .toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
  const seconds = told.reduce((sum, { workedSeconds }) => sum + workedSeconds, 0);
  return {
    title: wording.title(ticketNumber),
    subtitle: customerName === null ? ticketTitle : `${customerName} · ${ticketTitle}`,
    language,
    tables: [
      {
        title: wording.work,
        note: '',
        columns: [
          { header: wording.date, kind: 'date' },
          { header: wording.who, kind: 'text' },
          { header: wording.what, kind: 'text' },
          { header: wording.time, kind: 'seconds' },
        ],
        rows: told.map(({ date, employeeName, description, workedSeconds }) => [
          date,
          employeeName,
          description.trim() === '' ? wording.notDescribed : description,
          workedSeconds,
        ]),
        sums: [wording.sum, null, null, seconds],
      },
    ],
  };
}
