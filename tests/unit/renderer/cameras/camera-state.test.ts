import { describe, expect, it } from 'vitest';
import type { Camera } from '@contract/models/camera.ts';
import type { NvrWithLogin } from '@contract/models/nvr.ts';
import { cameraState } from '../../../../src-renderer/features/cameras/camera-state.ts';
import type { TileHealth } from '../../../../src-renderer/store/tile-store.ts';
import { camera, nvr } from './entries.ts';

interface Case {
  of?: Partial<Camera>;
  on?: Partial<NvrWithLogin>;
  health?: TileHealth;
  text: string;
  tone: string;
}

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
    { on: { login: { state: 'refused' } }, text: 'Login refused', tone: 'problem' },
    { on: { login: { state: 'locked', untilMs: 1 } }, text: 'Account locked', tone: 'problem' },
    { on: { login: { state: 'no-password' } }, text: 'No password', tone: 'problem' },
  ])('is “$text” for $of $on $health', ({ of, on, health, text, tone }) => {
    expect(cameraState(camera(1, 'Gate', of), nvr(1, 'Warehouse', on), health)).toMatchObject({
      text,
      tone,
    });
  });
});
