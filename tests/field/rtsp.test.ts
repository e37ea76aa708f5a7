import { describe, type ExpectStatic, it } from 'vitest';
import type { StreamNews } from '@contract/models/playback.ts';
import { SharedLogin } from '../../src-main/app/rtsp/client/shared-login.ts';
import { LeaseServer } from '../../src-main/app/rtsp/server/lease-server.ts';
import { FIELD_LOGIN } from './field-login.ts';
import { playLease } from './leased-player.ts';
import { type RtspCase, rtspCases } from './rtsp-case.ts';
import { RtspDevice } from './rtsp-device.ts';

const SOUND_CHANNEL = 0;

async function run(field: RtspCase, expect: ExpectStatic): Promise<void> {
  const device = await new RtspDevice(field).start();
  const news: StreamNews[] = [];
  const password = field.password === 'right' ? FIELD_LOGIN.password : 'not this one';
  const stream = {
    ...{ host: '127.0.0.1', port: device.port, path: '/live?channel=1&subtype=0' },
    ...{ username: FIELD_LOGIN.username, password, mayUseBasic: false },
  };
  const gateway = new LeaseServer({
    dial: async () => ({ stream, onLogin: () => undefined, shared: new SharedLogin() }),
    tell: (_lease, piece) => void news.push(piece),
  });
  try {
    const playing = await playLease(await gateway.start(0), 'ab12');
    const { failure, codec, soundCodec, asked, failedLogins, mostSigned } = field.comesOut;
    const failed = news.find((each) => each.kind === 'failed');
    expect(failed?.cause).toBe(failure);
    if (failure === undefined) {
      expect(playing.status).toBe(200);
      const told = news.find((each) => each.kind === 'playing');
      if (codec !== undefined) expect(told?.codec).toBe(codec);
      if (soundCodec !== undefined) expect(told?.soundCodec).toBe(soundCodec);
      if (told?.soundCodec === 'PCMU') {
        await expect.poll(() => playing.packets.get(SOUND_CHANNEL)).toBeGreaterThanOrEqual(3);
      }
    }
    if (asked)
      expect(device.asked).toEqual(asked.map((each) => each.replace('<base>', device.base)));
    expect(device.failedLogins).toBe(failedLogins);
    expect(device.basic).toBe(0);
    if (mostSigned !== undefined) expect(device.signed).toBeLessThanOrEqual(mostSigned);
    playing.leave();
    await expect.poll(() => device.sockets.size).toBe(0);
  } finally {
    await gateway.stop();
    device.stop();
  }
}

describe('a stream of a device that people met', () => {
  it.concurrent.for(rtspCases())('%s', ([, field], { expect }) => run(field, expect));
});
