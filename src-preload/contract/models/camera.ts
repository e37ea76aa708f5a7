/** The two streams a recorder offers for a channel. */
export type StreamQuality = 'main' | 'sub';

/** Which stream a camera's tile shows: by the size of the tile, or always the same one. */
export const QUALITY_CHOICES = ['auto', 'main', 'sub'] as const;

/** One of QUALITY_CHOICES. */
export type QualityChoice = (typeof QUALITY_CHOICES)[number];

/** One channel of a recorder as a picture on the wall. */
export interface Camera {
  id: number;
  nvrId: number;
  /** 1-based, as printed on the recorder. */
  channel: number;
  name: string;
  /** Order on the wall over all recorders, ascending. */
  position: number;
  /** A disabled camera is kept, but is not on the wall and is asked for nothing. */
  isEnabled: boolean;
  quality: QualityChoice;
  /** Free text for the installer; empty: none. */
  notes: string;
  /** The recorder did not list it any more when it was last synced. */
  isGone: boolean;
  /** Names under which go2rtc knows the streams; `sub` is null where the channel has none. */
  streams: { main: string; sub: string | null };
}
