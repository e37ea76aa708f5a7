import { useEffect, useMemo, useRef, useState } from 'react';
import type { Camera } from '@contract/models/camera.ts';
import { request } from '../../../api/ipc-client.ts';
import { BROWSER_ENVIRONMENT } from '../../../player/player-environment.ts';
import { unheardFormat } from '../../../player/sound/sound-format.ts';
import { SoundPlayer, type SoundState } from '../../../player/sound/sound-player.ts';
import { createVideo } from '../../../player/pool/video-element.ts';
import { useIsSoundOn } from '../../../store/sound-store.ts';
import { usePlaybackStatus } from '../../../store/status-store.ts';
import { useVolume } from '../../../store/view-store.ts';
import { playerPool } from '../streams/player-pool.ts';
import { soundRef } from '../streams/stream-ref.ts';

/** A stream's sound is known once its picture is connected. */
const ASK_EVERY_MS = 1000;

/** A camera's sound, as far as somebody wants to hear it. */
export interface Sound {
  state: SoundState | 'off';
  /** What it is encoded with, where that cannot be played here. */
  unheard: string | null;
}

/** Finds out whether a camera that is shown has sound, and lets it be heard while the sound is on; null while it has none. */
export function useSound(camera: Camera): Sound | null {
  const playback = usePlaybackStatus();
  const { stream, unheard } = useSoundSource(camera);
  const isOn = useIsSoundOn();
  const volume = useVolume();
  const player = useRef<SoundPlayer | null>(null);
  const newestVolume = useRef(volume);
  const [state, setState] = useState<SoundState>('connecting');
  const ref = useMemo(
    () => (stream === null ? null : soundRef(playback, camera.nvrId, stream)),
    [playback, camera.nvrId, stream],
  );

  useEffect(() => {
    newestVolume.current = volume;
    player.current?.setVolume(volume);
  }, [volume]);
  useEffect(() => {
    if (!isOn || ref === null) return;
    const sound = new SoundPlayer(createVideo(), ref, setState);
    player.current = sound;
    const giveRoomBack = playerPool.leaveRoom(ref.recorder);
    sound.start(newestVolume.current);
    return () => {
      sound.close();
      giveRoomBack();
      player.current = null;
    };
  }, [isOn, ref]);

  if (unheard !== null) return { state: isOn ? 'none' : 'off', unheard };
  return ref === null ? null : { state: isOn ? state : 'off', unheard: null };
}

interface SoundSource {
  stream: string | null;
  unheard: string | null;
}

/** The stream of a camera that plays and can be heard, or else the format of one that cannot. */
function useSoundSource(camera: Camera): SoundSource {
  const { main, sub } = camera.streams;
  const [source, setSource] = useState<SoundSource>({ stream: null, unheard: null });
  useEffect(() => {
    if (source.stream !== null) return;
    const ask = async (): Promise<void> => {
      for (const stream of [main, sub]) {
        if (stream === null) continue;
        const unheard = unheardFormat(BROWSER_ENVIRONMENT.news.factsOf(stream).soundCodec);
        if (unheard !== null) {
          setSource((before) => (before.unheard === unheard ? before : { stream: null, unheard }));
          return;
        }
        const answer = await request('playback:has-sound', { stream });
        if (!answer.ok || !answer.value) continue;
        setSource({ stream, unheard: null });
        return;
      }
    };
    const timer = setInterval(() => void ask(), ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [source, main, sub]);
  return source;
}
