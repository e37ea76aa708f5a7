import type { Camera } from '@contract/models/camera.ts';
import type { NvrLogin } from '@contract/models/nvr-login.ts';
import type { NvrWithLogin } from '@contract/models/nvr.ts';
import {
  cameraEntries,
  type CameraEntry,
} from '../../../../src-renderer/features/cameras/table/camera-entry.ts';

/** A recorder whose login holds, unless said otherwise. */
export function nvr(id: number, name: string, changes: Partial<NvrWithLogin> = {}): NvrWithLogin {
  const login: NvrLogin = { state: 'accepted' };
  return {
    ...{ id, name, host: `10.0.0.${id}`, rtspPort: 554, httpPort: 80, isHttps: false },
    ...{ fingerprint: null, username: 'guard', isEnabled: true, maxChannels: 16 },
    ...{ layout: { kind: 'hikvision' }, model: null, serial: null, firmware: null, login },
    ...{ isBasicAllowed: false, sinceMs: null, isAnswering: true },
    ...changes,
  };
}

/** An enabled camera of recorder 1, whose channel is its id unless said otherwise. */
export function camera(id: number, name: string, changes: Partial<Camera> = {}): Camera {
  return {
    ...{ id, nvrId: 1, channel: id, name, position: id - 1, isEnabled: true, quality: 'auto' },
    ...{ notes: '', isGone: false },
    streams: { main: `nvr1-ch${id}-main`, sub: `nvr1-ch${id}-sub` },
    ...changes,
  };
}

/** A small site with something of everything. */
export function smallSite(): CameraEntry[] {
  return cameraEntries(
    [
      camera(1, 'Gate 2'),
      camera(2, 'Tor Süd', { notes: 'Ladder needed' }),
      camera(3, 'Gate 10', { nvrId: 2, channel: 7 }),
      camera(4, 'Roof', { isEnabled: false }),
      camera(5, 'Yard', { channel: 12, isGone: true }),
      camera(6, 'Hall 12'),
    ],
    [nvr(1, 'Warehouse'), nvr(2, 'Harbour', { login: { state: 'unreachable' } })],
  );
}
