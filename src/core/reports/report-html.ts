import { escapeHtml } from '../ticket/message-html';
import { cellText, isFigure, type ReportDocument, type ReportTable } from './report-document';

const STYLE = `
  @page { size: A4; margin: 18mm 16mm 20mm; }
  body { margin: 0; font: 10pt/1.4 "Liberation Sans", "Segoe UI", Helvetica, Arial, sans-serif; color: #1f2428; }
  h1 { margin: 0; font-size: 16pt; }
  .subtitle { margin: 2pt 0 14pt; color: #565e66; }
  h2 { margin: 16pt 0 4pt; font-size: 11.5pt; break-after: avoid; }
  .note { margin: 0 0 4pt; color: #565e66; font-size: 9pt; }
  table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  th, td { padding: 3pt 8pt 3pt 0; text-align: left; vertical-align: top; border-bottom: 0.5pt solid #dde1e5; overflow-wrap: anywhere; }
  th { font-size: 8.5pt; color: #565e66; border-bottom: 1pt solid #8a929a; }
  th:last-child, td:last-child { padding-right: 0; }
  .figure { text-align: right; white-space: nowrap; }
  .date { white-space: nowrap; }
  tfoot { display: table-row-group; }
  tfoot td { font-weight: bold; border-top: 1pt solid #8a929a; border-bottom: 0; }
`;

function classOf(kind: ReportTable['columns'][number]['kind']): string {
  if (isFigure(kind)) return ' class="figure"';
  return kind === 'date' ? ' class="date"' : '';
}

function row(table: ReportTable, cells: ReportTable['rows'][number]): string {
  const written = table.columns.map(
    ({ kind }, index) => `<td${classOf(kind)}>${escapeHtml(cellText(cells[index] ?? null, kind))}</td>`,
  );
  return `<tr>${written.join('')}</tr>`;
}

function tableHtml(table: ReportTable): string {
  const heads = table.columns.map(({ header, kind }) => `<th scope="col"${classOf(kind)}>${escapeHtml(header)}</th>`);
  return [
    `<h2>${escapeHtml(table.title)}</h2>`,
    table.note === '' ? '' : `<p class="note">${escapeHtml(table.note)}</p>`,
    `<table><thead><tr>${heads.join('')}</tr></thead>`,
    `<tbody>${table.rows.map((cells) => row(table, cells)).join('\n')}</tbody>`,
    table.sums === null ? '' : `<tfoot>${row(table, table.sums)}</tfoot>`,
    '</table>',
  ].join('\n');
}

/** A document as a page to be printed. Nothing of it can load or run anything: every text is escaped. */
export function reportHtml({ title, subtitle, language, tables }: ReportDocument): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
<p class="subtitle">${escapeHtml(subtitle)}</p>
${tables.map(tableHtml).join('\n')}
</body>
</html>
`;
}
