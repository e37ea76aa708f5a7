import net from 'node:net';
import { RtspReader, type RtspInput } from '../../src-main/app/rtsp/wire/rtsp-reader.ts';

const OK = 200;

/** What became of a stream that was played as go2rtc plays it. */
export interface Playing {
  readonly status: number | null;
  /** By channel: twice the place of its track. */
  readonly packets: ReadonlyMap<number, number>;
  readonly leave: () => void;
}

/** Asks the gateway for a lease, sets up each track of its description, and plays; stops at the first refusal. */
export async function playLease(port: number, lease: string): Promise<Playing> {
  const socket = net.connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  const reader = new RtspReader();
  reader.expectPackets();
  const packets = new Map<number, number>();
  let settle: (input: RtspInput | null) => void = () => undefined;
  socket.on('data', (chunk: Buffer) => {
    for (const input of reader.push(chunk)) {
      if (input.kind !== 'packet') settle(input);
      else packets.set(input.channel, (packets.get(input.channel) ?? 0) + 1);
    }
  });
  socket.on('close', () => settle(null));
  let cseq = 0;
  const ask = async (method: string, suffix = '', headers = '') => {
    const answered = new Promise<RtspInput | null>((resolve) => (settle = resolve));
    const url = `rtsp://127.0.0.1:${port}/${lease}${suffix}`;
    socket.write(`${method} ${url} RTSP/1.0\r\nCSeq: ${(cseq += 1)}\r\n${headers}\r\n`);
    const input = await answered;
    return input?.kind === 'answer' ? input : null;
  };
  const leave = (): void => void socket.destroy();
  const described = await ask('DESCRIBE');
  const ids = described?.body.toString('latin1').match(/(?<=trackID=)\d+/g) ?? [];
  let status = described?.status ?? null;
  // Sound first, so that the channel on which it comes is the device's first.
  for (const [place, id] of ids.toReversed().entries()) {
    if (status !== OK) return { status, packets, leave };
    const transport = `RTP/AVP/TCP;unicast;interleaved=${place * 2}-${place * 2 + 1}`;
    const setUp = await ask('SETUP', `/trackID=${id}`, `Transport: ${transport}\r\n`);
    status = setUp?.status ?? null;
  }
  if (status === OK) status = (await ask('PLAY'))?.status ?? null;
  return { status, packets, leave };
}
