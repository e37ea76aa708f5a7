import { describe, expect, it } from 'vitest';
import { cameraFileName } from '../../../../src-main/app/files/camera-file-name.ts';

const AT = new Date(2026, 10, 23, 5, 12, 33);
const TIME = '2026-11-23 05-12-33';

describe('the name of a camera’s file', () => {
  it.each([
    ['Gate', 'Gate'],
    ['Tor Süd 門', 'Tor Süd 門'],
    ['../../x:y\0', 'x-y-'],
    ['..\\..\\x', 'x'],
    ['/etc/passwd', 'etc-passwd'],
    ['C:\\con?*"<>|', 'C--con------'],
    ['.hidden', 'hidden'],
    ['a\nb\tc', 'a-b-c'],
    ['half \ud800 a letter', 'half - a letter'],
    [' . - ', 'Camera'],
    ['', 'Camera'],
    ['Gate  ', 'Gate'],
  ])('of %j begins with %j', (cameraName, expected) => {
    expect(cameraFileName(cameraName, AT)).toBe(`${expected} ${TIME}`);
  });

  it.each(['x', 'ß', '門', '👮'])('has room for an extension, whatever %s costs', (letter) => {
    const name = cameraFileName(letter.repeat(300), AT);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(230);
    expect(name).toMatch(new RegExp(`^(${letter})+ ${TIME}$`, 'u'));
  });
});
