import { describe, expect, it } from 'vitest';
import { DahuaReader } from '../../../../src-main/app/recorders/events/dahua-reader.ts';
import { framedPart, USUAL_FRAMING } from '../../../simulated-recorder/events/stream-framing.ts';

const framing = { ...USUAL_FRAMING, delimiter: '--myboundary' };
const part = (body: string, lengthOff: number | null = 0): Buffer =>
  framedPart('text/plain', Buffer.from(body), { ...framing, lengthOff });

const DATA = `{
   "LocaleTime" : "2026-06-01 12:00:00",
   "Object" : { "ObjectType" : "Vehicle" }
}`;

describe('the events of a Dahua-compatible device', () => {
  it.each<[string, object]>([
    ['Code=VideoMotion;action=Start;index=0', { type: 'videomotion', state: 'active', channel: 1 }],
    ['Code=VideoLoss;action=Stop;index=3', { type: 'videoloss', state: 'inactive', channel: 4 }],
    [
      `Code=CrossLineDetection;action=Start;index=1;data=${DATA}`,
      { channel: 2, target: 'vehicle', time: '2026-06-01 12:00:00' },
    ],
    ['Code=SmartMotionHuman;action=Start;index=0;data={', { target: 'human', time: null }],
    ['Code=AlarmLocal;action=Start;index=1', { type: 'alarmlocal', channel: null, part: 'io-2' }],
    ['Code=StorageFailure;action=Start;index=0', { channel: null, part: '' }],
    ['Code=NewFile;action=Pulse;index=0', { type: 'newfile', state: 'once' }],
  ])('%j is read', (body, alert) => {
    for (const lengthOff of [0, null]) {
      const stream = Buffer.concat([
        part(body, lengthOff),
        part('Heartbeat', lengthOff),
        part('x'),
      ]);
      expect(new DahuaReader().push(stream)).toMatchObject([
        { kind: 'alert', alert },
        { kind: 'heartbeat' },
      ]);
    }
  });

  it.each([
    '',
    'Code=;action=Start;index=0',
    'Code=VideoMotion',
    '{"a":1}',
    'Error\r\nBad Request!',
  ])('%j is none', (body) => {
    expect(new DahuaReader().push(Buffer.concat([part(body), part('Heartbeat')]))).toEqual([
      { kind: 'heartbeat', time: null },
    ]);
  });
});
