import { scryptSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashPin, isPin, PIN_COST } from '../../../../src-main/app/admin/pin-hash.ts';

const CHEAP = { n: 16, r: 1, p: 1 };

describe('a PIN’s hash', () => {
  it('knows its PIN and no other', async () => {
    const stored = await hashPin('048213', CHEAP);
    expect(await isPin('048213', stored)).toBe(true);
    for (const other of ['048214', '48213', '0482130', '']) {
      expect(await isPin(other, stored)).toBe(false);
    }
  });

  it('is salted: the same PIN twice looks like two PINs', async () => {
    const [one, other] = await Promise.all([hashPin('048213', CHEAP), hashPin('048213', CHEAP)]);
    expect(Buffer.from(one.salt).equals(other.salt)).toBe(false);
    expect(Buffer.from(one.hash).equals(other.hash)).toBe(false);
  });

  it('is compared with the cost it was made with, whatever today’s is', async () => {
    const stored = await hashPin('048213', { n: 64, r: 2, p: 2 });
    expect(stored.cost).not.toEqual(PIN_COST);
    expect(await isPin('048213', stored)).toBe(true);
    expect(await isPin('048213', { ...stored, cost: CHEAP })).toBe(false);
  });

  it('is plain scrypt, so that another program could check it', async () => {
    const { hash, salt } = await hashPin('048213', CHEAP);
    expect(scryptSync('048213', salt, 32, { N: 16, r: 1, p: 1 }).equals(hash)).toBe(true);
  });

  it('is made with today’s cost, without holding up the event loop', async () => {
    let hasTicked = false;
    setImmediate(() => (hasTicked = true));
    const { cost } = await hashPin('048213');
    expect(cost).toEqual(PIN_COST);
    expect(hasTicked).toBe(true);
  });
});
