import { lazy } from 'react';

/** Whichever PIN is needed now. Loaded after the wall, which needs none. */
export const AdminDialogs = lazy(async () => {
  const { AdminDialogs: component } = await import('./AdminDialogs.tsx');
  return { default: component };
});

/** What an admin may set about the lock. */
export const AdminSettingsDialog = lazy(async () => {
  const { AdminSettingsDialog: component } = await import('./AdminSettingsDialog.tsx');
  return { default: component };
});
