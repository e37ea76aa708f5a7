/** Which of a channel's two encodings is meant; a recorder numbers them 1 and 2. */
export type StreamKind = 'main' | 'sub';

/** Names one stream of the recorder everywhere, so channel and kind cannot be mixed up. */
export interface StreamId {
  readonly channel: number;
  readonly stream: StreamKind;
}

/** The recorder's own id (channel x 100 + 1 main, 2 sub), as ISAPI bodies and RTSP paths spell it. */
export function streamNumber({ channel, stream }: StreamId): number {
  return channel * 100 + (stream === 'main' ? 1 : 2);
}

/** Reads the recorder's id back; third and transcoded streams (3, 4) do not exist here. */
export function parseStreamNumber(value: number): StreamId | undefined {
  const channel = Math.floor(value / 100);
  const kind = value % 100;
  if (channel < 1 || (kind !== 1 && kind !== 2)) return undefined;
  return { channel, stream: kind === 1 ? 'main' : 'sub' };
}
