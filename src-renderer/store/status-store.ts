import { create } from 'zustand';
import type { AppInfo } from '@contract/models/app-info.ts';
import type { PlaybackStatus } from '@contract/models/playback.ts';
import type { SecretsStatus } from '@contract/models/secrets.ts';
import { request } from '../api/ipc-client.ts';
import { forgetRecentTroubles } from './tile-store.ts';

interface StatusState {
  info: AppInfo | null;
  playback: PlaybackStatus;
  secrets: SecretsStatus;
}

const useStatus = create<StatusState>(() => ({
  info: null,
  playback: { state: 'stopped' },
  secrets: { state: 'available' },
}));

/** What this app is; null for the first moments. */
export const useAppInfo = (): AppInfo | null => useStatus((state) => state.info);
/** Whether go2rtc serves pictures. */
export const usePlaybackStatus = (): PlaybackStatus => useStatus((state) => state.playback);
/** The same, for whoever is no component. */
export const currentPlaybackStatus = (): PlaybackStatus => useStatus.getState().playback;
/** Whether the keychain answers. */
export const useSecretsStatus = (): SecretsStatus => useStatus((state) => state.secrets);

/** Takes main's word on go2rtc. */
export function setPlaybackStatus(playback: PlaybackStatus): void {
  useStatus.setState({ playback });
  if (playback.state !== 'running') forgetRecentTroubles();
}

/** Takes main's word on the keychain. */
export function setSecretsStatus(secrets: SecretsStatus): void {
  useStatus.setState({ secrets });
}

/**
 * Asks for everything events have told before the page listened. Each answer counts as it comes: one that waited for another would
 * overwrite what an event has told meanwhile, and the wall would stay dark though go2rtc runs.
 */
export async function loadStatus(): Promise<void> {
  await Promise.all([
    request('app:get-info', {}).then((info) => {
      if (info.ok) useStatus.setState({ info: info.value });
    }),
    request('playback:get-status', {}).then((playback) => {
      if (playback.ok) setPlaybackStatus(playback.value);
    }),
    request('secrets:get-status', {}).then((secrets) => {
      if (secrets.ok) setSecretsStatus(secrets.value);
    }),
  ]);
}
