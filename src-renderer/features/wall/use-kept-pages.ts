import { useEffect, useMemo, useRef, useState } from 'react';
import type { Camera } from '@contract/models/camera.ts';
import type { NvrWithLogin } from '@contract/models/nvr.ts';
import type { GridSide } from '@contract/models/view.ts';
import { connectionKey } from '../../model/connection.ts';
import { sliceOfPage, turnPage } from '../../model/paging.ts';
import { chooseQuality } from '../../model/quality.ts';
import type { StreamRef } from '../../player/player-types.ts';
import { usePlaybackStatus } from '../../store/status-store.ts';
import { useTileCounts } from '../../store/tile-store.ts';
import { useLastTurn, type PageTurn } from '../../store/view-store.ts';
import { shelf } from './shelf.ts';
import { streamRef } from './stream-ref.ts';

/** Someone who turned a page turns another one soon, or stays. */
const WARM_FOR_MS = 15_000;
/** So long all that is seen must be live before anything is opened for later. */
const SETTLED_FOR_MS = 1000;

/**
 * Connects the next page ahead, in the direction of travel, once all that is seen is live; and lets nothing play on that the
 * recorders must not be asked for any more.
 * @param page the one that is seen; null while a single camera fills the window
 */
export function useKeptPages(
  cameras: Camera[],
  nvrs: NvrWithLogin[],
  page: number | null,
  side: GridSide,
): void {
  const playback = usePlaybackStatus();
  const turn = useLastTurn();
  const { live, all } = useTileCounts();
  const [settledTurn, setSettledTurn] = useState<PageTurn | null>(null);
  const isSettled = all > 0 && live === all;

  const allowed = useMemo(() => {
    const accepted = new Set(
      nvrs.filter(({ login }) => login.state === 'accepted').map((nvr) => nvr.id),
    );
    return cameras.filter(({ nvrId }) => accepted.has(nvrId));
  }, [cameras, nvrs]);

  useEffect(() => {
    if (playback.state !== 'running') return;
    const refs = allowed.flatMap((camera) =>
      [streamRef(playback, camera, 'main'), streamRef(playback, camera, 'sub')].filter(isRef),
    );
    const urls = new Set(refs.map(({ url }) => url));
    shelf.keepOnly(({ url }) => urls.has(url));
  }, [playback, allowed]);

  const connections = useRef<ReadonlyMap<number, string>>(new Map());
  useEffect(() => {
    const now = new Map(nvrs.map((nvr) => [nvr.id, connectionKey(nvr)]));
    const before = connections.current;
    connections.current = now;
    shelf.keepOnly(({ recorder }) => before.get(recorder) === now.get(recorder));
  }, [nvrs]);

  useEffect(() => {
    if (!isSettled) return;
    const timer = setTimeout(() => setSettledTurn(turn), SETTLED_FOR_MS);
    return () => clearTimeout(timer);
  }, [isSettled, turn]);

  useEffect(() => {
    // One tile that fails later on is no reason to give up the next page.
    if (turn === null || page === null || settledTurn !== turn) return;
    const restMs = turn.atMs + WARM_FOR_MS - Date.now();
    if (restMs <= 0) return;
    const next = sliceOfPage(cameras, turnPage(page, turn.step, cameras.length, side), side);
    const refs = next
      .filter((camera) => allowed.includes(camera))
      .map((camera) => streamRef(playback, camera, chooseQuality(camera, side, false)));
    shelf.warm(refs.filter(isRef));
    const timer = setTimeout(() => shelf.warm([]), restMs);
    return () => {
      clearTimeout(timer);
      shelf.warm([]);
    };
  }, [settledTurn, turn, page, side, cameras, allowed, playback]);
}

function isRef(ref: StreamRef | null): ref is StreamRef {
  return ref !== null;
}
