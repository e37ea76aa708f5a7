import { BROWSER_ENVIRONMENT } from './player/player-environment.ts';
import { setAccess } from './store/access-store.ts';
import { setAdminStatus } from './store/admin-store.ts';
import { noteAlarms } from './store/alarm-store.ts';
import { noteEvents } from './store/event-store.ts';
import { freshAlarms } from './store/fresh-alarms.ts';
import { noteHealth } from './store/health-store.ts';
import { noteCsvProgress } from './store/csv-store.ts';
import { onClipChanged } from './store/clip-store.ts';
import { noteForDesktop, openFromDesktop } from './store/desktop-notices.ts';
import { notePopUps } from './store/pop-up-store.ts';
import { applySiteChange, setRecorderState } from './store/site-store.ts';
import { setPlaybackStatus, setSecretsStatus } from './store/status-store.ts';
import { onEvent } from './api/ipc-client.ts';

/** Leads main's events into the stores. Subscribed before the first listing, so that no change falls between. */
export function subscribeToMain(): void {
  onEvent('site:changed', applySiteChange);
  onEvent('recorder:changed', setRecorderState);
  onEvent('playback:changed', setPlaybackStatus);
  onEvent('secrets:changed', setSecretsStatus);
  onEvent('admin:changed', setAdminStatus);
  onEvent('access:changed', setAccess);
  onEvent('playback:stream-news', ({ stream, news }) =>
    BROWSER_ENVIRONMENT.news.publish(stream, news),
  );
  onEvent('clip:changed', onClipChanged);
  onEvent('csv:progress', noteCsvProgress);
  onEvent('health:changed', noteHealth);
  onEvent('alarm:opened', openFromDesktop);
  onEvent('event:changed', (changed) => {
    noteAlarms(changed);
    noteEvents(changed);
    const fresh = freshAlarms(changed);
    notePopUps(fresh);
    noteForDesktop(fresh);
  });
}
