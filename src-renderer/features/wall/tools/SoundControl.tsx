import { Volume2, VolumeX } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import type { Camera } from '@contract/models/camera.ts';
import { text } from '../../../text/catalogue.ts';
import { ownCommands } from '../../../commands/command-keys.ts';
import { withKey } from '../../../commands/commands.ts';
import { muteSound, toggleSound, useIsSoundOn } from '../../../store/sound-store.ts';
import { closeFullscreen, setVolume, useVolume } from '../../../store/view-store.ts';
import { useSound, type Sound } from './use-sound.ts';
import './sound.css';

const STEPS = 20;

/** The sound of the camera that fills the window: there only where its stream has any, silent until somebody asks, and never without a word. */
export function SoundControl({ camera }: { camera: Camera }): ReactNode {
  const sound = useSound(camera);
  const isOn = useIsSoundOn();
  const volume = useVolume();
  const isThere = sound !== null;
  const note = isOn && sound ? noteOn(sound) : null;

  useEffect(() => {
    if (!isThere) return;
    return ownCommands('fullscreen', { sound: ({ repeat }) => (repeat ? null : toggleSound) });
  }, [isThere]);
  useEffect(() => muteSound, []);

  if (!isThere) return null;
  const Icon = isOn ? Volume2 : VolumeX;
  return (
    <div className="sound" role="group" aria-label={text.wall.sound}>
      {note !== null && (
        <span className="sound__note" role="status">
          {note}
        </span>
      )}
      {isOn && sound.state !== 'none' && (
        <input
          type="range"
          aria-label={text.wall.volume}
          min={0}
          max={1}
          step={1 / STEPS}
          value={volume}
          onChange={(event) => setVolume(event.target.valueAsNumber)}
          // The wall leaves the keys of a field alone; these two ways out are what a person expects.
          onKeyDown={(event) => event.key === 'Escape' && closeFullscreen()}
          onPointerUp={(event) => event.currentTarget.blur()}
        />
      )}
      <button
        type="button"
        className="sound__button"
        aria-pressed={isOn}
        aria-label={text.wall.sound}
        title={withKey(isOn ? text.wall.soundOff : text.wall.soundOn, 'fullscreen', 'sound')}
        onClick={toggleSound}
      >
        <Icon size={22} aria-hidden />
      </button>
    </div>
  );
}

/** Why there is nothing to be heard, or null. */
function noteOn({ state, unheard }: Sound): string | null {
  if (state === 'offline') return text.wall.noSound;
  if (state !== 'none') return null;
  return text.wall.unheard(unheard);
}
