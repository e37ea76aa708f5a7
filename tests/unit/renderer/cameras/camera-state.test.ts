import { describe, expect, it } from 'vitest';
import type { Camera } from '@contract/models/camera.ts';
import type { NvrWithLogin } from '@contract/models/nvr.ts';
import {
  cameraState,
  type Seen,
} from '../../../../src-renderer/features/cameras/table/camera-state.ts';
import type { TileHealth } from '../../../../src-renderer/store/tile-store.ts';
import { camera, nvr } from './entries.ts';

interface Case {
  of?: Partial<Camera>;
  on?: Partial<NvrWithLogin>;
  health?: TileHealth;
  seen?: Omit<Seen, 'health'>;
  text: string;
  tone: string;
}

const CHECKING = { state: 'checking' } as const;
const TROUBLE = { health: 'problem', sinceMs: 1, leftMs: 2, why: '' } as const;

describe('a camera’s state', () => {
  it.each<Case>([
    { health: 'live', text: 'Live', tone: 'good' },
    { health: 'starting', text: 'Connecting…', tone: 'busy' },
    { health: 'problem', text: 'Not live', tone: 'problem' },
    { health: 'left-out', text: 'Not shown', tone: 'unknown' },
    { text: 'Not checked', tone: 'unknown' },
    { of: { isGone: true }, health: 'live', text: 'Not on the NVR', tone: 'problem' },
    { of: { isGone: true, isEnabled: false }, text: 'Disabled', tone: 'off' },
    { of: { isEnabled: false }, health: 'problem', text: 'Disabled', tone: 'off' },
    { on: { isEnabled: false }, text: 'NVR disabled', tone: 'off' },
    { on: { login: { state: 'checking' } }, text: 'Checking…', tone: 'busy' },
    { on: { login: { state: 'unreachable' } }, text: 'NVR offline', tone: 'problem' },
    {
      on: { login: { state: 'refused', door: 'web', triesLeft: null } },
      text: 'Login refused',
      tone: 'problem',
    },
    { on: { login: { state: 'locked', untilMs: 1 } }, text: 'Account locked', tone: 'problem' },
    {
      on: { login: { state: 'no-password', reason: 'missing' } },
      text: 'No password',
      tone: 'problem',
    },
    { on: { isAnswering: false }, text: 'NVR offline', tone: 'problem' },
    { on: { isAnswering: false }, health: 'live', text: 'Live', tone: 'good' },
    { on: { login: CHECKING, sinceMs: 9 }, text: 'No picture', tone: 'problem' },
    {
      ...{ on: { login: CHECKING }, seen: { isKeychainShut: true } },
      ...{ text: 'Keychain locked', tone: 'problem' },
    },
    { seen: { trouble: TROUBLE }, text: 'Was not live', tone: 'problem' },
    { seen: { trouble: TROUBLE }, health: 'starting', text: 'Was not live', tone: 'problem' },
    { seen: { trouble: TROUBLE }, health: 'live', text: 'Live', tone: 'good' },
  ])('is “$text” for $of $on $health $seen', ({ of, on, health, seen, text, tone }) => {
    const known = { health, ...seen };
    expect(cameraState(camera(1, 'Gate', of), nvr(1, 'Warehouse', on), known)).toMatchObject({
      text,
      tone,
    });
  });
});
