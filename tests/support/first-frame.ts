import type { Go2rtcClient } from '../../src-main/app/go2rtc/go2rtc-client.ts';

/** What a page says it can decode. */
export const CODECS = 'avc1.640029,avc1.64002A,avc1.640033,hvc1.1.6.L153.B0,mp4a.40.2,flac,opus';
const GIVE_UP_MS = 40_000;

/** Node's WebSocket takes headers as an extension that the DOM's type does not know. */
const SocketWithHeaders = WebSocket as unknown as new (
  url: string,
  options: { headers: Record<string, string> },
) => WebSocket;

/** What a tile got from go2rtc. */
export interface FirstFrame {
  mime: string;
  /** The top-level boxes of the first binary messages, e.g. ftyp, moov, moof, mdat. */
  boxes: string[];
  close: () => Promise<void>;
}

/** Opens go2rtc's WebSocket as a tile does, with the token that main adds for it; `authorization` null leaves it out. */
export function openPlayback(
  client: Go2rtcClient,
  stream: string,
  authorization: string | null = client.authorization,
): WebSocket {
  const headers = authorization === null ? {} : { Authorization: authorization };
  const socket = new SocketWithHeaders(`${client.playbackEndpoint}?src=${stream}`, { headers });
  socket.binaryType = 'arraybuffer';
  return socket;
}

/** Plays until a picture has arrived (a `moof` with its `mdat`); rejects with go2rtc's own words when none does. */
export function firstFrame(client: Go2rtcClient, stream: string): Promise<FirstFrame> {
  const socket = openPlayback(client, stream);
  const boxes: string[] = [];
  let mime = '';
  return new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => reject(new Error(`no frame of ${stream}`)), GIVE_UP_MS);
    const settle = (act: () => void) => {
      clearTimeout(giveUp);
      act();
    };
    socket.onopen = () => socket.send(JSON.stringify({ type: 'mse', value: CODECS }));
    socket.onerror = () => settle(() => reject(new Error(`${stream}: the socket failed`)));
    socket.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => {
      if (typeof data !== 'string') boxes.push(...boxesOf(data));
      else {
        const message = JSON.parse(data) as { type: string; value: string };
        if (message.type === 'mse') mime = message.value;
        if (message.type === 'error') settle(() => reject(new Error(message.value)));
      }
      if (boxes.includes('mdat')) settle(() => resolve({ mime, boxes, close: () => end(socket) }));
    };
  });
}

function end(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    socket.onclose = () => resolve();
    socket.close();
  });
}

function boxesOf(data: ArrayBuffer): string[] {
  const bytes = Buffer.from(data);
  const names: string[] = [];
  for (let offset = 0; offset + 8 <= bytes.length;) {
    names.push(bytes.toString('latin1', offset + 4, offset + 8));
    offset += Math.max(bytes.readUInt32BE(offset), 8);
  }
  return names;
}
