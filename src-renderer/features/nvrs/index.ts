export { AddNvrDialog } from './add/AddNvrDialog.tsx';
export { NvrsPanel } from './list/NvrsPanel.tsx';
export type { NvrsView } from './list/nvrs-view.ts';
