import { expect, it, vi } from 'vitest';
import type { PlaybackStatus } from '@contract/models/playback.ts';
import { ok } from '@contract/result.ts';
import {
  currentPlaybackStatus,
  loadStatus,
  setPlaybackStatus,
} from '../../../../src-renderer/store/status-store.ts';

const STARTING: PlaybackStatus = { state: 'starting' };
const RUNNING: PlaybackStatus = { state: 'running', endpoint: 'ws://127.0.0.1:1984/api/ws' };

it('an event is newer than an answer that came before it, however late other answers are', async () => {
  let answerLate: (answer: unknown) => void = () => undefined;
  const late = new Promise((resolve) => (answerLate = resolve));
  const answers: Record<string, Promise<unknown>> = {
    'app:get-info': Promise.resolve(ok({})),
    'playback:get-status': Promise.resolve(ok(STARTING)),
    'secrets:get-status': late,
  };
  vi.stubGlobal('window', { opus: { request: (channel: string) => answers[channel] } });
  const loading = loadStatus();
  await vi.waitFor(() => expect(currentPlaybackStatus()).toEqual(STARTING));
  setPlaybackStatus(RUNNING);
  answerLate(ok({ state: 'available' }));
  await loading;
  expect(currentPlaybackStatus()).toEqual(RUNNING);
});
