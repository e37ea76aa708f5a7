export { ManageDialog } from './ManageDialog.tsx';
