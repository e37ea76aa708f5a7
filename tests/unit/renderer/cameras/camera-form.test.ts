import { describe, expect, it } from 'vitest';
import {
  editOf,
  fieldsOf,
  wrongIn,
} from '../../../../src-renderer/features/cameras/forms/camera-form.ts';
import { camera } from './entries.ts';

const FIELDS = fieldsOf({
  camera: camera(5, 'Gate', { channel: 3 }),
  nvr: undefined,
  number: 7,
});

describe('the camera form', () => {
  it('begins with the camera', () => {
    expect(FIELDS).toEqual({
      ...{ name: 'Gate', channel: '3', number: '7', hasSub: true },
      ...{ quality: 'auto', notes: '', isEnabled: true },
    });
  });

  it('can be sent', () => {
    const { number: _number, ...entries } = FIELDS;
    expect(wrongIn(5, FIELDS, 16)).toEqual({});
    expect(editOf(5, FIELDS)).toEqual({ id: 5, ...entries });
  });

  it.each([
    [{ name: ' ' }, 'name'],
    [{ channel: '0' }, 'channel'],
    [{ channel: 'x' }, 'channel'],
    [{ channel: '257' }, 'channel'],
    [{ number: '0' }, 'number'],
    [{ number: '17' }, 'number'],
    [{ number: '1.5' }, 'number'],
    [{ notes: 'x'.repeat(2_001) }, 'notes'],
  ])('%j is wrong at %s', (typed, field) => {
    expect(Object.keys(wrongIn(5, { ...FIELDS, ...typed }, 16))).toEqual([field]);
  });
});
