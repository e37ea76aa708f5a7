import { describe, expect, it } from 'vitest';
import { WholeFragments } from '../../../../src-main/app/saved-media/whole-fragments.ts';

function box(type: string, payload: number): Uint8Array {
  const bytes = Buffer.alloc(8 + payload, 0xff);
  bytes.writeUInt32BE(bytes.length, 0);
  bytes.write(type, 4, 'latin1');
  return bytes;
}

const HEAD = [box('ftyp', 16), box('moov', 100)];
const FRAGMENT = [box('moof', 40), box('mdat', 1_000)];
const FILE = Buffer.concat([...HEAD, ...FRAGMENT, ...FRAGMENT]);
const HEAD_BYTES = 24 + 108;
const FRAGMENT_BYTES = 48 + 1_008;

function wholeOf(bytes: Uint8Array, chunk: number): number {
  const fragments = new WholeFragments();
  for (let at = 0; at < bytes.length; at += chunk) fragments.push(bytes.subarray(at, at + chunk));
  return fragments.wholeBytes;
}

describe.each([1, 3, 8, 999, 100_000])('in chunks of %i bytes', (chunk) => {
  it.each([
    [0, 0],
    [HEAD_BYTES, 0],
    [HEAD_BYTES + FRAGMENT_BYTES - 1, 0],
    [HEAD_BYTES + FRAGMENT_BYTES, HEAD_BYTES + FRAGMENT_BYTES],
    [HEAD_BYTES + FRAGMENT_BYTES + 50, HEAD_BYTES + FRAGMENT_BYTES],
    [FILE.length, FILE.length],
  ])('%i bytes have %i whole ones', (received, whole) => {
    expect(wholeOf(FILE.subarray(0, received), chunk)).toBe(whole);
  });

  it('nothing counts after a box of unknown length', () => {
    const endless = Buffer.from([0, 0, 0, 0, ...Buffer.from('mdat')]);
    expect(wholeOf(Buffer.concat([...HEAD, ...FRAGMENT, endless, FILE]), chunk)).toBe(
      HEAD_BYTES + FRAGMENT_BYTES,
    );
  });
});
