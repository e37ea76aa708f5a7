import { randomUUID } from 'node:crypto';
import { DEFAULT_EVENT_RULES } from '../../../src-preload/contract/models/events/event-rules.ts';
import type { RequestChannel } from '../../../src-preload/contract/ipc-contract.ts';
import type { SimulatedRecorder } from '../../simulated-recorder/index.ts';
import { PASSWORD, PIN } from './station.ts';

/** What changing requests would need to succeed; one that is not here is sent empty, which the lock must refuse as well. */
export function payloads(
  recorder: SimulatedRecorder,
  newPin: string,
): Partial<Record<RequestChannel, unknown>> {
  const nvr = {
    name: 'Intruder',
    host: 'localhost',
    rtspPort: recorder.rtspPort,
    httpPort: recorder.httpPort,
    username: 'guard',
    password: PASSWORD,
  };
  const look = { probeId: randomUUID(), formId: randomUUID(), acceptedFingerprint: null };
  return {
    'nvr:probe': { ...nvr, ...look },
    'nvr:scan-channels': {
      ...{ host: nvr.host, rtspPort: nvr.rtspPort, username: 'guard', password: PASSWORD },
      ...{ layout: { kind: 'dahua' }, maxChannels: 4, probeId: randomUUID(), formId: randomUUID() },
    },
    'nvr:add': { ...nvr, maxChannels: 4 },
    'nvr:set-password': { id: 1, password: 'changed by an attacker' },
    'nvr:edit': { ...nvr, id: 1, fingerprint: null, layout: { kind: 'hikvision' } },
    'nvr:set-enabled': { id: 1, isEnabled: false },
    'nvr:remove': { id: 1 },
    'nvr:preview-sync': { id: 1, probeId: randomUUID() },
    'nvr:apply-sync': { id: 1, previewId: randomUUID(), keys: ['added-1'] },
    'camera:add': { nvrId: 1, channel: 9, name: 'Intruder', hasSub: true },
    'camera:add-single': {
      ...{ name: 'Intruder', mainUrl: 'rtsp://127.0.0.1/live', subUrl: '' },
      ...{ username: 'guard', password: PASSWORD },
    },
    'camera:edit': {
      ...{ id: 1, name: 'Intruder', channel: 1, hasSub: true },
      ...{ quality: 'sub', notes: '', isEnabled: false },
    },
    'camera:set-enabled': { ids: [1, 2, 3, 4], isEnabled: false },
    'camera:rename': { names: [{ id: 1, name: 'Intruder' }] },
    'camera:move': { ids: [4], beforeId: 1 },
    'camera:remove': { ids: [1, 2, 3, 4] },
    'undo:run': { undoId: randomUUID() },
    'site:export': { passphrase: null },
    'site:preview-import': { text: '{}' },
    'site:import': { previewId: randomUUID(), passphrase: null },
    'backup:list': {},
    'backup:create': {},
    'backup:restore': { backupId: 'any' },
    'alarm-check:look': { id: 1, checkId: randomUUID() },
    'alarm-check:let-notify': { id: 1, checkId: randomUUID(), triggers: ['VMD-1'] },
    'event-rules:get': {},
    'event-rules:save': DEFAULT_EVENT_RULES,
    'admin:change-pin': { currentPin: PIN, newPin },
    'admin:set-auto-lock': { minutes: 60 },
  };
}
