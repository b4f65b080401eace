import type { Workbench } from '../pages/workbench';

/** A region of the screen that holds the browser's address bar and the green field of its page. */
export async function regionOfBrowser(): Promise<{ from: { x: number; y: number }; to: { x: number; y: number } }> {
  return { from: { x: 4, y: 4 }, to: { x: 1104, y: 704 } };
}

/** Draws an arrow, a box and a redaction as a person does, with the mouse on the picture. */
export async function annotate(fyra: Workbench): Promise<void> {
  const { captureEditor } = fyra;
  await captureEditor.draw('Arrow', { x: 0.2, y: 0.85 }, { x: 0.35, y: 0.65 });
  await captureEditor.draw('Box', { x: 0.05, y: 0.3 }, { x: 0.4, y: 0.4 });
  await captureEditor.draw('Redact', { x: 0.1, y: 0.55 }, { x: 0.25, y: 0.62 });
}
