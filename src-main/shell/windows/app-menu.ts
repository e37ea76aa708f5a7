import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';

/**
 * Replaces Electron's own menu, whose keys end, reload, shrink and inspect the wall (Ctrl+W, Ctrl+R, Ctrl+-, Ctrl+Shift+I). A
 * menu that is merely hidden keeps its keys. Copying and pasting need none on Linux and Windows.
 */
export function installAppMenu(platform = process.platform): void {
  const template = menuTemplate(platform);
  Menu.setApplicationMenu(template === null ? null : Menu.buildFromTemplate(template));
}

/** Null: no menu at all. macOS takes the edit keys and Quit from the menu, so it keeps those. */
export function menuTemplate(platform: NodeJS.Platform): MenuItemConstructorOptions[] | null {
  if (platform !== 'darwin') return null;
  return [
    {
      role: 'appMenu',
      submenu: [
        { role: 'about' },
        { type: 'separator' },
        { role: 'hide' },
        { role: 'hideOthers' },
        { role: 'unhide' },
        { type: 'separator' },
        // Closes all windows, and with them the app, so that the last one asks about recordings.
        {
          label: 'Quit Opus NVR',
          accelerator: 'Command+Q',
          click: () => BrowserWindow.getAllWindows().forEach((window) => window.close()),
        },
      ],
    },
    {
      label: 'Edit',
      submenu: [
        ...(['undo', 'redo'] as const).map((role) => ({ role })),
        { type: 'separator' },
        ...(['cut', 'copy', 'paste', 'selectAll'] as const).map((role) => ({ role })),
      ],
    },
  ];
}
