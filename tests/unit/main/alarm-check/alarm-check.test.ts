import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Camera } from '@contract/models/camera.ts';
import { err, ok } from '@contract/result.ts';
import type { Ask } from '../../../../src-main/app/alarm-check/asking.ts';
import { atMostTwo } from '../../../../src-main/app/alarm-check/at-most-two.ts';
import { eventAddresses } from '../../../../src-main/app/alarm-check/event-addresses.ts';
import { letNotify } from '../../../../src-main/app/alarm-check/let-notify.ts';
import { lookAtAlarms } from '../../../../src-main/app/alarm-check/look-at-alarms.ts';
import { channelOfTrigger } from '../../../../src-main/app/alarm-check/trigger-channel.ts';

describe('where a device keeps its switches', () => {
  it('differs for coax inputs and cameras on the network', () => {
    expect(eventAddresses('motion', { of: 'ip', id: '3' })).toEqual({
      detector: '/ISAPI/ContentMgmt/InputProxy/channels/3/video/motionDetection',
      schedule: '/ISAPI/Event/schedules/motionDetections/VMD_video3',
    });
    expect(eventAddresses('motion', { of: 'analog', id: '3' })?.detector).toBe(
      '/ISAPI/System/Video/inputs/channels/3/motionDetection',
    );
    expect(eventAddresses('line-crossing', { of: 'ip', id: '3' })?.detector).toBe(
      '/ISAPI/Smart/LineDetection/3',
    );
  });

  it('is no address of a device’s making', () => {
    const { detector } = eventAddresses('motion', { of: 'ip', id: '1/../../x' }) ?? {};
    expect(detector).toContain('/1%2F..%2F..%2Fx/');
    expect(eventAddresses('disk-full', null)).toBeNull();
    expect(eventAddresses('io', { of: 'ip', id: '1' })).toBeNull();
  });
});

describe('whose event it is', () => {
  const of = (channel: { of: 'analog' | 'ip'; id: string } | null, analogInputs: number | null) =>
    channelOfTrigger({ channel }, { channels: [1, 2, 9, 10], analogInputs });

  it('is told by the number, by one behind the inputs, or by the SDK’s', () => {
    expect(of({ of: 'ip', id: '9' }, 8)).toBe(9);
    expect(of({ of: 'ip', id: '1' }, 8)).toBe(9);
    expect(of({ of: 'ip', id: '34' }, 8)).toBe(10);
    expect(of({ of: 'analog', id: '2' }, 8)).toBe(2);
    expect(of({ of: 'ip', id: '2' }, null)).toBe(2);
  });

  it('is the device’s, or nobody’s here', () => {
    expect(of(null, 8)).toBe('none');
    expect(of({ of: 'ip', id: '5' }, 0)).toBeNull();
    expect(of({ of: 'ip', id: 'x' }, 0)).toBeNull();
  });
});

describe('a hybrid that tells little', () => {
  const trigger = (id: string, tag: string, channel: number, type = 'VMD'): string =>
    `<EventTrigger><id>${id}</id><eventType>${type}</eventType><${tag}>${channel}</${tag}><EventTriggerNotificationList/></EventTrigger>`;
  const LIST = `<EventTriggerList>${[
    trigger('VMD-1', 'videoInputChannelID', 1),
    trigger('VMD-2', 'videoInputChannelID', 2),
    trigger('VMD-3', 'dynVideoInputChannelID', 1),
    trigger('facedetection-1', 'videoInputChannelID', 1, 'facedetection'),
    trigger('io-1', 'videoInputChannelID', 1, 'IO'),
  ].join('')}</EventTriggerList>`;

  it('shows no event of an IP camera at an input, and no detector as on that it knows nothing of', async () => {
    const ask: Ask = ({ path }) => {
      if (!path.endsWith('/triggers')) return Promise.resolve(err({ kind: 'not-supported' }));
      const answer = { status: 200, challenges: [], location: null, fingerprint: null };
      return Promise.resolve(ok({ ...answer, text: LIST, isSigned: true }));
    };
    const cameras = [1, 2, 3].map((channel) => ({ id: 10 + channel, channel }) as Camera);
    const events = { state: { state: 'connecting' }, analogInputs: null };
    const recorder = { id: 1, ask, events } as unknown as Parameters<typeof lookAtAlarms>[0];
    const { signal } = new AbortController();
    const tools = { signal, onProgress: () => undefined, lastEventAtMs: () => null };
    const found = await lookAtAlarms(recorder, cameras, tools);
    const sources = found.ok ? found.value.sources : [];
    expect(sources.map(({ cameraId }) => cameraId)).toEqual([11, 12, 13, 11, 11]);
    const [motion, , , face, input] = sources.map(({ detector }) => detector);
    expect([motion, face, input]).toEqual(['untold', 'untold', 'none']);
    expect(found).toMatchObject({ value: { listening: 'connecting', elsewhere: 0 } });
  });
});

describe('two at a time', () => {
  it('in order, and all of it', async () => {
    const begun: number[] = [];
    let now = 0;
    let most = 0;
    await atMostTwo([1, 2, 3, 4, 5], async (item) => {
      begun.push(item);
      now += 1;
      most = Math.max(most, now);
      await turn();
      now -= 1;
      return 'go-on';
    });
    expect([begun, most]).toEqual([[1, 2, 3, 4, 5], 2]);
  });

  it('and no more after one said that it is enough', async () => {
    const begun: number[] = [];
    await atMostTwo([1, 2, 3, 4, 5], async (item) => {
      begun.push(item);
      await turn();
      return item === 1 ? 'enough' : 'go-on';
    });
    expect(begun.length).toBeLessThan(4);
  });
});

describe('a list that was changed', () => {
  const list = (...methods: string[]) =>
    `<EventTriggerNotificationList>${methods
      .map(
        (method) =>
          `<EventTriggerNotification><id>${method}</id><notificationMethod>${method}</notificationMethod></EventTriggerNotification>`,
      )
      .join('')}</EventTriggerNotificationList>`;
  /** A device that tells these lists, one after the other. */
  function device(...lists: string[]): { ask: Ask; puts: () => number } {
    let puts = 0;
    const ask: Ask = ({ method = 'GET' }) => {
      if (method === 'PUT') puts += 1;
      const text = method === 'PUT' ? '' : (lists.shift() ?? '');
      const answer = { status: 200, challenges: [], location: null, fingerprint: null };
      return Promise.resolve(ok({ ...answer, text, isSigned: true }));
    };
    return { ask, puts: () => puts };
  }

  it('and has lost something is told as such', async () => {
    const { ask } = device(list('record', 'beep'), list('record', 'center'));
    expect(await letNotify(ask, 'VMD-1')).toBe('others-lost');
  });

  it('and cannot be read again is unsure', async () => {
    const { ask } = device(list('record'), '<html/>');
    expect(await letNotify(ask, 'VMD-1')).toBe('unsure');
  });

  it('is not sent where it holds center, or is none', async () => {
    const known = device(list('center'));
    expect(await letNotify(known.ask, 'VMD-1')).toBe('was-in');
    const page = device('<html><body>Login</body></html>');
    expect(await letNotify(page.ask, 'VMD-1')).toBe('impossible');
    expect([known.puts(), page.puts()]).toEqual([0, 0]);
  });
});
