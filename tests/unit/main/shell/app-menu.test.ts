import { expect, it, vi } from 'vitest';
import { installAppMenu, menuTemplate } from '../../../../src-main/shell/windows/app-menu.ts';

const { setApplicationMenu, windows } = vi.hoisted(() => ({
  setApplicationMenu: vi.fn(),
  windows: [{ close: vi.fn() }, { close: vi.fn() }],
}));
vi.mock('electron', () => ({
  BrowserWindow: { getAllWindows: () => windows },
  Menu: { setApplicationMenu, buildFromTemplate: (menu: unknown) => menu },
}));

it.each(['linux', 'win32'] as const)('has no menu on %s, and so no keys of one', (platform) => {
  installAppMenu(platform);
  expect(setApplicationMenu).toHaveBeenLastCalledWith(null);
});

it('keeps on macOS what Quit and the clipboard need, and nothing that reloads, zooms or inspects', () => {
  const roles = JSON.stringify(menuTemplate('darwin'));
  for (const needed of ['copy', 'paste', 'Command+Q']) expect(roles).toContain(needed);
  expect(roles).not.toMatch(/reload|zoom|devtools|"close"|viewMenu|windowMenu/i);
});

it('closes all windows on Quit, so that the last one asks about recordings', () => {
  const [appMenu] = menuTemplate('darwin') ?? [];
  const items = appMenu?.submenu as { label?: string; click?: () => void }[];
  items.find(({ label }) => label === 'Quit Opus NVR')?.click?.();
  for (const { close } of windows) expect(close).toHaveBeenCalledOnce();
});
