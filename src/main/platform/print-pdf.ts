import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BrowserWindow } from 'electron';

/** The number of the page, as Chromium puts it there. */
const FOOTER = `<div style="width: 100%; padding: 0 16mm; font: 8px sans-serif; color: #565e66; text-align: right">
  <span class="pageNumber"></span> / <span class="totalPages"></span></div>`;

/** Prints a page of our own making to PDF, in a window nobody sees that runs no scripts and asks no network. */
export async function printPdf(html: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'fyra-print-'));
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, javascript: false, partition: 'print', spellcheck: false },
  });
  try {
    const file = join(folder, 'page.html');
    await writeFile(file, html, { mode: 0o600 });
    await window.loadFile(file);
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      preferCSSPageSize: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: FOOTER,
      generateTaggedPDF: true,
    });
  } finally {
    window.destroy();
    await rm(folder, { recursive: true, force: true });
  }
}
