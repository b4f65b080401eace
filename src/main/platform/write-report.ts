import type { ReportDocument } from '@core/reports/report-document';
import { reportHtml } from '@core/reports/report-html';
import { printPdf } from './print-pdf';

/** Writes a document in one of the formats it is handed out in. The libraries are read when they are first needed. */
export async function writeReport(document: ReportDocument, format: 'csv' | 'xlsx' | 'pdf'): Promise<Uint8Array> {
  switch (format) {
    case 'csv':
      return (await import('./tables/write-csv')).writeCsv(document);
    case 'xlsx':
      return (await import('./tables/write-xlsx')).writeXlsx(document);
    case 'pdf':
      return printPdf(reportHtml(document));
  }
}
