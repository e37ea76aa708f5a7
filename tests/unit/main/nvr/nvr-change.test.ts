import { describe, expect, it } from 'vitest';
import type { Nvr, NvrEdit } from '@contract/models/nvr.ts';
import {
  hasOtherConnection,
  hasOtherLayout,
  movedPaths,
} from '../../../../src-main/app/nvr/nvr-change.ts';

const NVR: Nvr = {
  ...{ id: 1, name: 'Yard', host: 'nvr', rtspPort: 554, httpPort: 80, isHttps: false },
  ...{ fingerprint: null, username: 'admin', isEnabled: true, layout: { kind: 'hikvision' } },
  isBasicAllowed: false,
  ...{ maxChannels: 4, model: null, serial: null, firmware: null },
};
const { isEnabled: _e, maxChannels: _m, model: _o, serial: _s, firmware: _f, ...SAME } = NVR;
const edit = (rest: Partial<NvrEdit> = {}): NvrEdit => ({ ...SAME, password: null, ...rest });

describe('a changed recorder', () => {
  it.each([edit(), edit({ name: 'Other' })])('plays on when only its name changes', (changed) => {
    expect(hasOtherConnection(changed, NVR)).toBe(false);
  });

  it.each<Partial<NvrEdit>>([
    { host: 'other' },
    { rtspPort: 555 },
    { httpPort: 81 },
    { isHttps: true },
    { fingerprint: 'AB' },
    { username: 'guard' },
    { isBasicAllowed: true },
    { password: 'x' },
    { layout: { kind: 'dahua' } },
  ])('is dialled anew with %o', (rest) => {
    expect(hasOtherConnection(edit(rest), NVR)).toBe(true);
    expect(hasOtherLayout(edit(rest), NVR)).toBe('layout' in rest);
  });
});

describe('the paths of a camera by another layout', () => {
  const dahua = { kind: 'dahua' } as const;
  const custom = { kind: 'custom', main: '/{channel}/m', sub: null } as const;

  it('keep that it has no sub stream', () => {
    expect(movedPaths({ channel: 3, sub_path: null }, { kind: 'hikvision' }, dahua)).toEqual({
      main_path: '/cam/realmonitor?channel=3&subtype=0',
      sub_path: null,
    });
  });

  it('have a sub stream where the old layout knew none for anybody', () => {
    expect(movedPaths({ channel: 3, sub_path: null }, custom, dahua).sub_path).toContain('=1');
    expect(movedPaths({ channel: 3, sub_path: '/x' }, dahua, custom)).toEqual({
      main_path: '/3/m',
      sub_path: null,
    });
  });
});
