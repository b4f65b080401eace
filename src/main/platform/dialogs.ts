import { dirname, join } from 'node:path';
import type { Outcome } from '@core/outcome';
import { succeed } from '@core/outcome';
import { app, type BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions, shell } from 'electron';
import { type SaveFailure, saveFile } from './save-file';

/** What the operating system asks a person. */
export interface Dialogs {
  /** Asks for a place, and writes the file there. Answers false when the person closed the dialog. */
  saveAs(name: string, bytes: Uint8Array): Promise<Outcome<boolean, SaveFailure>>;
  /** Asks for the place of a new folder of this name, which is not made yet; null when the person closed the dialog. */
  chooseNewFolder(name: string): Promise<string | null>;
  /** Asks for a file with a table (CSV or XLSX); null when the person closed the dialog. */
  chooseTableFile(): Promise<string | null>;
  /** Answers the place of the button that was pressed, the last one when the question was closed. */
  ask(question: { title: string; sentence: string; buttons: readonly string[] }): Promise<number>;
  /** Shows the folder of a file in the system's own file manager. */
  openFolderOf(file: string): Promise<void>;
}

/** Dialogs belong to the window where there is one. */
export function createDialogs(windowOfApp: () => BrowserWindow | null): Dialogs {
  async function askForPlace(options: SaveDialogOptions): Promise<string | null> {
    const window = windowOfApp();
    const { filePath, canceled } = window
      ? await dialog.showSaveDialog(window, options)
      : await dialog.showSaveDialog(options);
    return canceled || filePath === '' ? null : filePath;
  }

  return {
    saveAs: async (name, bytes) => {
      const ending = /\.([A-Za-z0-9]+)$/.exec(name)?.[1];
      const filters = ending === undefined ? [] : [{ name: ending.toUpperCase(), extensions: [ending] }];
      const place = await askForPlace({ defaultPath: name, filters });
      if (place === null) return succeed(false);
      const saved = await saveFile(place, bytes);
      return saved.ok ? succeed(true) : saved;
    },
    chooseNewFolder: (name) => askForPlace({ defaultPath: join(app.getPath('documents'), name) }),
    chooseTableFile: async () => {
      const options: OpenDialogOptions = {
        properties: ['openFile'],
        filters: [
          { name: 'CSV, XLSX', extensions: ['csv', 'tsv', 'txt', 'xlsx'] },
          { name: '*', extensions: ['*'] },
        ],
      };
      const window = windowOfApp();
      const { filePaths } = window
        ? await dialog.showOpenDialog(window, options)
        : await dialog.showOpenDialog(options);
      return filePaths[0] ?? null;
    },
    ask: async ({ title, sentence, buttons }) => {
      const { response } = await dialog.showMessageBox({
        type: 'error',
        message: title,
        detail: sentence,
        buttons: [...buttons],
        cancelId: buttons.length - 1,
        noLink: true,
      });
      return response;
    },
    openFolderOf: async (file) => void (await shell.openPath(dirname(file))),
  };
}
