import { useEffect } from 'react';
import type { NvrLogin } from '@contract/models/nvr-login.ts';
import { text } from '../../../text/catalogue.ts';
import type { PlayerState } from '../../../player/player-types.ts';
import { sinceText } from '../../../text/since-text.ts';
import { usePlaybackStatus, useSecretsStatus } from '../../../store/status-store.ts';
import {
  healthOf,
  reportTile,
  useTroubleSinceMs,
  type TileHealth,
} from '../../../store/tile-store.ts';
import { limitMessage } from './limit-message.ts';
import { pictureOf } from '../tools/picture-of.ts';
import { loginMessage, playbackMessage, tileMessage, type TileMessage } from './tile-message.ts';
import { useNow } from '../../../ui/use-now.ts';

interface TileFacts {
  cameraId: number;
  login: NvrLogin;
  /** Since when its NVR has failed, as Unix time in ms, also before this window was opened; null: not known to have. */
  nvrSinceMs: number | null;
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

const NOT_LIVE_YET: TileMessage = {
  tone: 'problem',
  icon: 'busy',
  title: text.tile.notLive,
  hint: text.tile.connecting,
};

/** What a tile has to say about its picture, also to the bar. */
export function useTileTruth(facts: TileFacts): TileTruth {
  const { cameraId, login, state, isLeftOut, isHidden } = facts;
  const now = useNow(login.state === 'locked');
  const secrets = useSecretsStatus();
  const fault = playbackMessage(usePlaybackStatus(), state);
  const limit = limitMessage(isLeftOut, state, facts.side);
  const seenSinceMs = useTroubleSinceMs(cameraId);
  const own = fault ?? loginMessage(login, secrets, now) ?? limit ?? tileMessage(state);
  // A camera that was seen broken is so until it is seen live: a page turn is no reason to look calm.
  const isDoubted = seenSinceMs !== null && own?.icon === 'busy' && !isProblem(own);
  const message = isDoubted ? NOT_LIVE_YET : own;

  const health = isLeftOut ? 'left-out' : isProblem(message) ? problemOf(state) : healthOf(state);
  // "Not live" says only that it is asked again: what was wrong stays said in the list.
  const why = isDoubted || !isProblem(message) ? null : causeText(message);
  const endedAtMs = pictureOf(state)?.frozenSinceMs ?? undefined;
  useEffect(() => {
    if (isHidden) return;
    reportTile(cameraId, health, { pictureEndedAtMs: endedAtMs, why });
  }, [cameraId, isHidden, health, endedAtMs, why]);
  useEffect(() => (isHidden ? undefined : () => reportTile(cameraId, null)), [cameraId, isHidden]);

  const sinceMs = isProblem(message) ? earliest(seenSinceMs, facts.nvrSinceMs) : null;
  return { message, since: sinceMs === null ? null : sinceText(sinceMs, now) };
}

/** The bar never counts a red tile as live or as one that is about to be. */
function problemOf(state: PlayerState): TileHealth {
  return healthOf(state) === 'frozen' ? 'frozen' : 'problem';
}

function isProblem(message: TileMessage | null): boolean {
  return message?.tone === 'problem';
}

function earliest(...times: (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}

function causeText(message: TileMessage | null): string | null {
  return message === null ? null : [message.title, message.hint].filter(Boolean).join('. ');
}
