import type { Workbench } from '../pages/workbench';

/** A region of the screen that holds the browser's address bar and the plain field of its page. */
export async function regionOfBrowser(): Promise<{ from: { x: number; y: number }; to: { x: number; y: number } }> {
  return { from: { x: 4, y: 4 }, to: { x: 1104, y: 704 } };
}

/** Draws an arrow, a box and a redaction as a person does, with the mouse on the picture. */
export async function annotate(fyra: Workbench): Promise<void> {
  const { captureEditor } = fyra;
  await captureEditor.draw('Arrow', { x: 0.55, y: 0.22 }, { x: 0.37, y: 0.36 });
  await captureEditor.draw('Rectangle', { x: 0.03, y: 0.33 }, { x: 0.36, y: 0.375 });
  await captureEditor.draw('Redact', { x: 0.1, y: 0.58 }, { x: 0.35, y: 0.66 });
}
