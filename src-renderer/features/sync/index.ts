export { SyncDialog } from './SyncDialog.tsx';
