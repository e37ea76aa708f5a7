import '@fontsource-variable/inter';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/theme.css';
import { subscribeToMain } from './main-events.ts';
import { reportUncaught } from './api/page-errors.ts';
import { App } from './App.tsx';
import { WholePage } from './features/shell/index.ts';
import { loadAccess } from './store/access-store.ts';
import { loadAdminStatus } from './store/admin-store.ts';
import { loadAlarms } from './store/alarm-store.ts';
import { loadClips } from './store/clip-store.ts';
import { loadHealth } from './store/health-store.ts';
import { resumeMute } from './store/mute-store.ts';
import { loadSite } from './store/site-store.ts';
import { loadStatus } from './store/status-store.ts';
import { loadView } from './store/view-store.ts';

const root = document.querySelector('#root');
if (root === null) throw new Error('index.html has no #root');

reportUncaught();
subscribeToMain();
// The view first: tiles must not connect for a grid that is about to change.
await loadView();
void loadStatus();
void loadAdminStatus();
void loadAccess();
void loadSite();
void loadClips();
resumeMute();
void loadAlarms();
void loadHealth();
createRoot(root, {
  // The boundaries tell main; React's own way would write each error to the console a second time.
  onCaughtError: () => undefined,
}).render(
  <StrictMode>
    <WholePage>
      <App />
    </WholePage>
  </StrictMode>,
);
