import path from 'node:path';
import { app, BrowserWindow, dialog } from 'electron';

/** Asks by the system's own dialog where a table is to be saved, at first among the person's documents; null: they changed their mind. */
export async function chooseFile(suggestedName: string): Promise<string | null> {
  const options = {
    defaultPath: path.join(app.getPath('documents'), suggestedName),
    filters: [{ name: 'CSV', extensions: ['csv'] }],
  };
  const window = BrowserWindow.getFocusedWindow();
  const { canceled, filePath } = await (window === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options));
  return canceled || filePath === '' ? null : filePath;
}
