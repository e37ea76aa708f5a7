import { BellOff, BellRing } from 'lucide-react';
import type { ReactNode } from 'react';
import { muteFor, unmute, useMutedUntilMs } from '../../../store/mute-store.ts';
import { text } from '../../../text/catalogue.ts';
import { clockTime } from '../../../text/clock-time.ts';
import { Button } from '../../../ui/Button.tsx';
import { Popup } from '../../../ui/Popup.tsx';

const CHOICES = [
  { minutes: 15, label: text.events.mute15 },
  { minutes: 60, label: text.events.mute60 },
];

/** Whether alarms sound, and silence that ends by itself: one that had no end would be forgotten. */
export function MuteMenu(): ReactNode {
  const mutedUntilMs = useMutedUntilMs();
  const isMuted = mutedUntilMs !== null;
  const Icon = isMuted ? BellOff : BellRing;
  return (
    <Popup
      label={text.events.mute}
      className="mute-menu"
      align="end"
      trigger={
        <button type="button" className="mute-button" data-muted={isMuted}>
          <Icon size={16} aria-hidden />
          {isMuted ? text.events.mutedUntil(clockTime(mutedUntilMs)) : text.events.soundOn}
        </button>
      }
    >
      {(close) => (
        <>
          {CHOICES.map(({ minutes, label }) => (
            <Button
              key={minutes}
              onClick={() => {
                muteFor(minutes);
                close();
              }}
            >
              {label}
            </Button>
          ))}
          {isMuted && (
            <Button
              onClick={() => {
                unmute();
                close();
              }}
            >
              {text.events.unmute}
            </Button>
          )}
        </>
      )}
    </Popup>
  );
}
