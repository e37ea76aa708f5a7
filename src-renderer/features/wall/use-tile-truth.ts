import { useEffect } from 'react';
import type { NvrLogin } from '@contract/models/nvr-login.ts';
import type { PlayerState } from '../../player/player-types.ts';
import { sinceText } from '../../model/since-text.ts';
import { usePlaybackStatus, useSecretsStatus } from '../../store/status-store.ts';
import { healthOf, reportTile, useTroubleSinceMs, type TileHealth } from '../../store/tile-store.ts';
import { limitMessage } from './limit-message.ts';
import { pictureOf } from './picture-of.ts';
import { loginMessage, playbackMessage, tileMessage, type TileMessage } from './tile-message.ts';
import { useNow } from './use-now.ts';

interface TileFacts {
  cameraId: number;
  login: NvrLogin;
  state: PlayerState;
  side: number;
  isLeftOut: boolean;
  /** Behind a camera in fullscreen: nobody sees what it says, and it does not count. */
  isHidden: boolean;
}

/** What a tile says of itself. */
export interface TileTruth {
  /** Null while a live picture speaks for itself. */
  message: TileMessage | null;
  /** "since 14:01": when the camera stopped being live; null where that is not what is wrong, or not known. */
  since: string | null;
}

/** What a tile has to say about its picture, also to the bar. */
export function useTileTruth(facts: TileFacts): TileTruth {
  const { cameraId, login, state, isLeftOut, isHidden } = facts;
  const now = useNow(login.state === 'locked');
  const secrets = useSecretsStatus();
  const fault = playbackMessage(usePlaybackStatus(), state);
  const limit = limitMessage(isLeftOut, state, facts.side);
  const own = fault ?? loginMessage(login, secrets, now) ?? limit ?? tileMessage(state);
  const isShut =
    fault !== null ||
    (login.state !== 'accepted' && (login.state !== 'checking' || isProblem(own)));
  const health: TileHealth = isShut ? 'problem' : isLeftOut ? 'left-out' : healthOf(state);
  const endedAtMs = pictureOf(state)?.frozenSinceMs ?? undefined;
  useEffect(() => {
    if (isHidden) return;
    reportTile(cameraId, health, endedAtMs);
    return () => reportTile(cameraId, null);
  }, [cameraId, isHidden, health, endedAtMs]);

  const sinceMs = useTroubleSinceMs(cameraId);
  // A camera that was seen broken is broken until it is seen live: a page turn is no reason to look calm.
  const isDoubted = own?.icon === 'busy' && sinceMs !== null;
  const message = isDoubted ? { ...own, tone: 'problem' as const } : own;
  const isSinceKnown = isProblem(message) && sinceMs !== null;
  return { message, since: isSinceKnown ? sinceText(sinceMs, now) : null };
}

function isProblem(message: TileMessage | null): boolean {
  return message?.tone === 'problem';
}
