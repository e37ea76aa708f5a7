import type { Message } from '@contract/messages.ts';
import { useMemo } from 'react';
import { useHealths } from '../../../store/health-store.ts';
import { useNvrs, useWallCameras } from '../../../store/site-store.ts';
import { useAppInfo, usePlaybackStatus, useSecretsStatus } from '../../../store/status-store.ts';
import { useCameraTroubles, useTileHealths } from '../../../store/tile-store.ts';
import { useHiddenNotices } from '../../../store/hidden-notices.ts';
import type { Problem } from './problem.ts';
import { siteProblems } from './site-problems.ts';
import { useWallClock } from '../bar/use-wall-clock.ts';
import { messageText } from '../../../text/message-text.ts';

const NONE: Message[] = [];

/** All that is wrong with the station now. */
export function useSiteProblems(): Problem[] {
  const playback = usePlaybackStatus();
  const secrets = useSecretsStatus();
  const nvrs = useNvrs();
  const cameras = useWallCameras();
  const healths = useTileHealths();
  const troubles = useCameraTroubles();
  const nvrHealths = useHealths();
  const hidden = useHiddenNotices();
  const all = useAppInfo()?.notices ?? NONE;
  const nowMs = useWallClock();
  return useMemo(() => {
    const notices = all.map(messageText).filter((notice) => !hidden.has(notice));
    return siteProblems({
      ...{ playback, secrets, nvrs, cameras, healths, troubles, nvrHealths, notices, nowMs },
    });
  }, [playback, secrets, nvrs, cameras, healths, troubles, nvrHealths, all, hidden, nowMs]);
}
