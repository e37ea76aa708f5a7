import { Siren } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CameraAlarm } from '../../../store/alarm-store.ts';
import { text } from '../../../text/catalogue.ts';
import './alarm-mark.css';

/**
 * An alarm that goes on at this camera, over its picture: an icon and a word, filled while nobody has acknowledged it and outlined
 * after that. It neither moves nor flashes, and lies below the red band: that there is no picture is said before all else.
 */
export function AlarmMark({ alarm }: { alarm: CameraAlarm | null }): ReactNode {
  if (alarm === null) return null;
  const said = alarmText(alarm);
  return (
    <span
      className={`tile__alarm ${alarm.isUnacknowledged ? 'tile__alarm--waiting' : ''}`}
      data-testid="tile-alarm"
      aria-hidden
    >
      <span className="tile__alarm-word">
        <Siren strokeWidth={2.4} />
        <span>{said}</span>
      </span>
    </span>
  );
}

/** "Line crossed", or "Line crossed +1". */
export function alarmText({ types }: CameraAlarm): string {
  const [first] = types;
  return first === undefined ? text.events.alarm : text.events.onTile(first, types.length - 1);
}
