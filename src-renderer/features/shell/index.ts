export { OverStrip } from './bar/OverStrip.tsx';
export { TopBar } from './bar/TopBar.tsx';
export { HealthPanel } from './health/HealthPanel.tsx';
export { OverWall, WholePage } from './notices/Failures.tsx';
export { Toasts } from './notices/Toast.tsx';
