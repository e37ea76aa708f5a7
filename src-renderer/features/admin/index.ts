export { AdminChip } from './AdminChip.tsx';
export { GuardedIcon } from './GuardedIcon.tsx';
export { AdminDialogs, AdminSettingsDialog } from './lazy-dialogs.ts';
export { LockRest } from './LockRest.tsx';
export { PinField } from './PinField.tsx';
