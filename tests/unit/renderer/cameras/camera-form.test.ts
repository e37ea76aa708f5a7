import { describe, expect, it } from 'vitest';
import {
  checkForm,
  fieldsOf,
  isChanged,
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

  it.each([
    [{}, false],
    [{ name: 'Gate' }, false],
    [{ name: 'Gate ' }, true],
    [{ name: 'Gate', isEnabled: false }, true],
  ])('with %j typed has changes: %s', (draft, expected) => {
    expect(isChanged(FIELDS, draft)).toBe(expected);
  });

  it('can be sent', () => {
    const { number: _number, ...entries } = FIELDS;
    expect(checkForm(5, FIELDS, 16)).toEqual({
      ok: true,
      edit: { id: 5, ...entries },
      number: 7,
    });
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
    const checked = checkForm(5, { ...FIELDS, ...typed }, 16);
    expect(checked.ok ? [] : Object.keys(checked.errors)).toEqual([field]);
  });
});
