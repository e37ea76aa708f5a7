import {
  CloudOff,
  KeyRound,
  LoaderCircle,
  Lock,
  ShieldAlert,
  Snowflake,
  VideoOff,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';
import type { TileIcon } from './tile-message.ts';
import type { TileTruth } from './use-tile-truth.ts';
import './tile-notice.css';

const ICONS: Record<TileIcon, LucideIcon> = {
  busy: LoaderCircle,
  key: KeyRound,
  lock: Lock,
  shield: ShieldAlert,
  'no-video': VideoOff,
  offline: CloudOff,
  frozen: Snowflake,
};

/**
 * What is wrong with a tile, over its picture: a red frame and a red band with icon and words that grow with the tile, so that a
 * broken camera is what one sees first, from across the room and without telling red from grey. The tile's own name says it too.
 */
export function TileNotice({ truth }: { truth: TileTruth }): ReactNode {
  const { message, since } = truth;
  if (message === null || message.tone === 'warning') return null;
  const Icon = message.icon === null ? null : ICONS[message.icon];
  return (
    <span className={`tile__notice tile__notice--${message.tone}`} aria-hidden>
      <span className="tile__band">
        <span className="tile__title">
          {Icon && <Icon className={`tile__icon tile__icon--${String(message.icon)}`} />}
          {message.title}
        </span>
        {since !== null && (
          <span className="tile__since" data-testid="tile-since">
            {since}
          </span>
        )}
      </span>
      {message.hint !== null && <span className="tile__hint">{message.hint}</span>}
    </span>
  );
}

/** The same for those who hear it: "Offline since 14:01. The NVR cannot be reached." */
export function noticeText({ message, since }: TileTruth): string {
  if (message === null) return text.tile.live;
  const said = since === null ? message.title : `${message.title} ${since}`;
  return message.hint === null ? said : `${said}. ${message.hint}`;
}
