import { describe, expect, it } from 'vitest';
import type { SealedSecrets, SiteNvr } from '../../../../src-main/app/domain/site-file.ts';
import { openSecrets, sealSecrets } from '../../../../src-main/app/site/site-secrets.ts';
import { siteNvr } from '../../../support/site-file-text.ts';

const PASSPHRASE = 'correct horse Ä battery';
const NVRS = [
  siteNvr(),
  siteNvr({ host: 'camera.local', username: '' }),
  siteNvr({ host: 'nvr.local', layout: { kind: 'custom', main: '/{channel}/a', sub: null } }),
];
const PASSWORDS = ['p@ss:w/rd #1%', null, 'höher"\\'];
/** The real one takes half a second each time. */
const CHEAP = { n: 16, r: 1, p: 1 };
const seal = () => sealSecrets(PASSPHRASE, NVRS, PASSWORDS, CHEAP);
const open = (passphrase: string, nvrs: SiteNvr[], secrets: SealedSecrets) =>
  openSecrets(passphrase, nvrs, secrets, CHEAP);
const sealed = await seal();

function changed(base64: string): string {
  const bytes = Buffer.from(base64, 'base64');
  bytes.writeUInt8((bytes[0] ?? 0) ^ 1, 0);
  return bytes.toString('base64');
}

function withNvr(index: number, entries: Partial<SiteNvr>): SiteNvr[] {
  return NVRS.map((nvr, at) => (at === index ? { ...nvr, ...entries } : nvr));
}

describe('sealed passwords', () => {
  it('open with their passphrase, however the accent was typed', async () => {
    expect(sealed.passwords).toBe(2);
    expect(await open(PASSPHRASE.normalize('NFD'), NVRS, sealed)).toEqual(PASSWORDS);
  });

  it('are sealed anew each time', async () => {
    const again = await seal();
    for (const part of ['salt', 'iv', 'cipher', 'tag'] as const) {
      expect(again[part]).not.toBe(sealed[part]);
    }
  });

  it('do not open with another passphrase', async () => {
    expect(await open(`${PASSPHRASE} `, NVRS, sealed)).toBeNull();
  });

  it.each(['salt', 'iv', 'cipher', 'tag'] as const)('do not open with another %s', async (part) => {
    const tampered: SealedSecrets = { ...sealed, [part]: changed(sealed[part]) };
    expect(await open(PASSPHRASE, NVRS, tampered)).toBeNull();
  });

  it('do not open when some were cut off, or their number was changed', async () => {
    const cipher = Buffer.from(sealed.cipher, 'base64').subarray(0, -4).toString('base64');
    expect(await open(PASSPHRASE, NVRS, { ...sealed, cipher })).toBeNull();
    expect(await open(PASSPHRASE, NVRS, { ...sealed, passwords: 3 })).toBeNull();
  });

  it.each<Partial<SiteNvr>>([
    { host: 'attacker.example' },
    { rtspPort: 555 },
    { httpPort: 81 },
    { isHttps: true },
    { fingerprint: `${'AA:'.repeat(31)}AA` },
    { username: 'root' },
    { layout: { kind: 'dahua' } },
  ])('do not open for a recorder that was led elsewhere: %j', async (entries) => {
    expect(await open(PASSPHRASE, withNvr(0, entries), sealed)).toBeNull();
  });

  it('do not open for recorders in another order, or fewer of them', async () => {
    expect(await open(PASSPHRASE, NVRS.toReversed(), sealed)).toBeNull();
    expect(await open(PASSPHRASE, NVRS.slice(0, 2), sealed)).toBeNull();
  });

  it('open after somebody renamed a recorder', async () => {
    const nvrs = withNvr(0, { name: 'Gate', cameras: [] });
    expect(await open(PASSPHRASE, nvrs, sealed)).toEqual(PASSWORDS);
  });

  it('cost whoever guesses the passphrase 128 MiB each time', async () => {
    const real = await sealSecrets(PASSPHRASE, NVRS, PASSWORDS);
    expect(real.kdf).toEqual({ name: 'scrypt', n: 131_072, r: 8, p: 1 });
    expect(await openSecrets(PASSPHRASE, NVRS, real)).toEqual(PASSWORDS);
    expect(await open(PASSPHRASE, NVRS, real)).toBeNull();
  });
});
