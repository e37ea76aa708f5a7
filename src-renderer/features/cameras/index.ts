export { CamerasPanel } from './CamerasPanel.tsx';
