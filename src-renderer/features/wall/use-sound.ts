import { useEffect, useMemo, useRef, useState } from 'react';
import type { Camera } from '@contract/models/camera.ts';
import { request } from '../../api/ipc-client.ts';
import { SoundPlayer, type SoundState } from '../../player/sound-player.ts';
import { createVideo } from '../../player/video-element.ts';
import { useIsSoundOn } from '../../store/sound-store.ts';
import { usePlaybackStatus } from '../../store/status-store.ts';
import { useVolume } from '../../store/view-store.ts';
import { shelf } from './shelf.ts';
import { soundRef } from './stream-ref.ts';

/** A stream's sound is known once its picture is connected. */
const ASK_EVERY_MS = 1000;

/** Finds out whether a camera that is shown can be heard, and lets it be heard while the sound is on; null while it cannot. */
export function useSound(camera: Camera): SoundState | 'off' | null {
  const playback = usePlaybackStatus();
  const stream = useAudibleStream(camera);
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
    const giveRoomBack = shelf.leaveRoom(ref.recorder);
    sound.start(newestVolume.current);
    return () => {
      sound.close();
      giveRoomBack();
      player.current = null;
    };
  }, [isOn, ref]);

  if (ref === null) return null;
  return isOn ? state : 'off';
}

/** The stream of a camera that plays and has sound, or null. */
function useAudibleStream(camera: Camera): string | null {
  const { main, sub } = camera.streams;
  const [audible, setAudible] = useState<string | null>(null);
  useEffect(() => {
    if (audible !== null) return;
    const ask = async (): Promise<void> => {
      for (const stream of [main, sub]) {
        if (stream === null) continue;
        const answer = await request('playback:has-sound', { stream });
        if (!answer.ok || !answer.value) continue;
        setAudible(stream);
        return;
      }
    };
    const timer = setInterval(() => void ask(), ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [audible, main, sub]);
  return audible;
}
