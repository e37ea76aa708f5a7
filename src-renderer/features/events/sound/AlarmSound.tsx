import { useEffect, type ReactNode } from 'react';
import { useIsRinging } from '../../../store/alarm-store.ts';
import { useMutedUntilMs } from '../../../store/mute-store.ts';
import { soundAlarm } from './tone.ts';

const REPEAT_MS = 5_000;

/** Sounds while an alarm waits, unless it is muted; there is nothing to see. */
export function AlarmSound(): ReactNode {
  const isRinging = useIsRinging();
  const isMuted = useMutedUntilMs() !== null;
  const isSounding = isRinging && !isMuted;
  useEffect(() => {
    if (!isSounding) return;
    soundAlarm();
    const timer = setInterval(soundAlarm, REPEAT_MS);
    return () => clearInterval(timer);
  }, [isSounding]);
  return <span hidden data-testid="alarm-sound" data-sounding={isSounding} />;
}
