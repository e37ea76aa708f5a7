export { AdminChip } from './AdminChip.tsx';
export { AdminDialogs } from './AdminDialogs.tsx';
export { AdminSettingsDialog } from './AdminSettingsDialog.tsx';
export { GuardedIcon } from './GuardedIcon.tsx';
export { LockRest } from './LockRest.tsx';
export { PinField } from './PinField.tsx';
