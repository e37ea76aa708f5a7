import fs from 'node:fs';
import net from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { RtspGateway } from '../../src-main/app/rtsp/rtsp-gateway.ts';
import { forkGateway } from '../support/gateway-child.ts';
import { PATIENT } from '../support/patience.ts';
import { recordLog } from '../support/recorded-log.ts';
import { fieldPictures, packetsOf } from '../support/rtp-stream.ts';
import { scriptedDevice, type Script } from '../unit/main/rtsp/scripted-device.ts';

const READERS = 32;
/** Far more than the system's buffers take for one connection (some 10 MB), and 2 GB for all. */
const OFFERED_BYTES = 64 * 1024 * 1024;
const GROWTH_LIMIT_MB = 4 * READERS;
const PACKETS = packetsOf(fieldPictures('lossy-15fps.h264')).map(({ packet }) => packet);
const PICTURE_TICKS = 6_000;
const SDP = [
  ...['v=0', 's=-', 't=0 0', 'm=video 0 RTP/AVP 96', 'a=rtpmap:96 H264/90000'],
  ...['a=fmtp:96 packetization-mode=1', 'a=control:track1', ''],
].join('\r\n');

function answer(headers: string[], body = ''): string {
  const all = ['CSeq: {cseq}', ...headers, `Content-Length: ${body.length}`];
  return ['RTSP/1.0 200 OK', ...all, '', body].join('\r\n');
}

const playing: Script = ({ method }) => {
  if (method === 'DESCRIBE') return answer([], SDP);
  if (method !== 'SETUP') return answer(['Session: 7']);
  return answer(['Session: 7', 'Transport: RTP/AVP/TCP;unicast;interleaved=0-1']);
};

/** Sends the clip over and over as fast as the connection takes it; tells how many bytes that were. */
function flood(socket: net.Socket): () => number {
  let index = 0;
  let sent = 0;
  const send = (): boolean => {
    const packet = Buffer.from(PACKETS[index % PACKETS.length] ?? []);
    const rounds = Math.floor(index / PACKETS.length);
    packet.writeUInt16BE(index % 65_536, 2);
    packet.writeUInt32BE((packet.readUInt32BE(4) + rounds * 600 * PICTURE_TICKS) >>> 0, 4);
    index += 1;
    sent += packet.length;
    socket.write(Buffer.from([0x24, 0, packet.length >> 8, packet.length & 255]));
    return socket.write(packet);
  };
  const pump = (): void => {
    while (sent < OFFERED_BYTES && send());
  };
  socket.on('drain', pump);
  pump();
  return () => sent;
}

/** Asks the gateway for a stream like go2rtc; from PLAY on it reads nothing. */
async function openAndStall(address: string): Promise<void> {
  const socket = net.connect(Number(new URL(address).port), '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  const ask = async (method: string, url: string, header = ''): Promise<string> => {
    const answered = new Promise<Buffer>((resolve) => socket.once('data', resolve));
    socket.write(`${method} ${url} RTSP/1.0\r\nCSeq: 1\r\n${header}\r\n`);
    return (await answered).toString('latin1');
  };
  expect(await ask('DESCRIBE', address)).toContain('a=control:trackID=1');
  const transport = 'Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n';
  expect(await ask('SETUP', `${address}/trackID=1`, transport)).toContain('200 OK');
  expect(await ask('PLAY', address)).toContain('200 OK');
  socket.pause();
}

function residentMb(pid: number): number {
  const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024;
}

it('thirty-two readers that stop hold their devices up, and the gateway’s memory does not grow with what they leave', async () => {
  const device = await scriptedDevice(playing);
  const child = forkGateway();
  const gateway = new RtspGateway({ launch: () => child, log: recordLog().log });
  await gateway.start();
  onTestFinished(() => gateway.stop());
  const { port } = device;
  const stream = { host: '127.0.0.1', port, path: '/1', username: '', password: '' };
  gateway.authority = () =>
    Promise.resolve({ stream: { ...stream, mayUseBasic: false }, report: () => undefined });

  const leases = Array.from({ length: READERS }, (_, at) => `a${at}`);
  await Promise.all(leases.map((lease) => openAndStall(gateway.addressOf(lease))));
  const beforeMb = residentMb(child.pid ?? 0);
  const counts = device.sockets().map(flood);
  const sent = (): number[] => counts.map((count) => count());
  let last: number[] = [];
  await expect
    .poll(() => String(last) === String((last = sent())) && Math.min(...last) > 0, {
      ...PATIENT,
      interval: 1_000,
    })
    .toBe(true);
  expect(Math.max(...last)).toBeLessThan(OFFERED_BYTES);
  expect(residentMb(child.pid ?? 0) - beforeMb).toBeLessThan(GROWTH_LIMIT_MB);
});
