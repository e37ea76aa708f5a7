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

/** Asks for everything events have told before the page listened. */
export async function loadStatus(): Promise<void> {
  const [info, playback, secrets] = await Promise.all([
    request('app:get-info', {}),
    request('playback:get-status', {}),
    request('secrets:get-status', {}),
  ]);
  if (info.ok) useStatus.setState({ info: info.value });
  if (playback.ok) setPlaybackStatus(playback.value);
  if (secrets.ok) setSecretsStatus(secrets.value);
}
