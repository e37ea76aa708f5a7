export { SitePanel } from './SitePanel.tsx';
