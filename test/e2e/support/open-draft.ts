import type { Workbench } from '../pages/workbench';
import { regionOfBrowser } from './annotate';
import { openBrowser } from './real-browser';

/** Takes a picture of a browser window and opens it in the editor; answers the address the browser showed. */
export async function openDraft(fyra: Workbench, folder: string): Promise<string> {
  const browser = await openBrowser(folder);
  await fyra.timerBar.capture();
  const { from, to } = await regionOfBrowser();
  await fyra.captureDialog.takeRegion(from, to);
  await fyra.captureEditor.canvas().waitFor();
  await browser.close();
  return browser.address;
}
