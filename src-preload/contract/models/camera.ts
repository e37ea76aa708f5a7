/** The two streams a recorder offers for a channel. */
export type StreamQuality = 'main' | 'sub';

/** One channel of a recorder as a picture on the wall. */
export interface Camera {
  id: number;
  nvrId: number;
  /** 1-based, as printed on the recorder. */
  channel: number;
  name: string;
  /** Order on the wall over all recorders, ascending. */
  position: number;
  /** Names under which go2rtc knows the streams; `sub` is null where the channel has none. */
  streams: { main: string; sub: string | null };
}
