import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { newPasswordSchema } from '@contract/models/nvr.ts';
import { deriveKey, type ScryptCost } from '../domain/scrypt.ts';
import { addressKey } from '../domain/address-key.ts';
import {
  SITE_FORMAT,
  SITE_KDF,
  SITE_VERSION,
  type SealedSecrets,
  type SiteNvr,
} from '../domain/site-file.ts';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const SALT_BYTES = 16;
/** NIST SP 800-38D, 5.2.1.1: 96 bits. */
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Every password names the recorder it belongs to twice, so that none can reach another one. */
const payloadSchema = z.array(
  z.strictObject({
    nvr: z.number().int().min(0),
    address: z.string(),
    password: newPasswordSchema.shape.password,
  }),
);

/** The part of a recorder that decides where its password is sent. */
type SealedNvr = Pick<
  SiteNvr,
  'host' | 'rtspPort' | 'httpPort' | 'isHttps' | 'fingerprint' | 'username' | 'layout'
>;

/** Seals the passwords of these recorders, null where one has none. Only this passphrase and this list open it again. */
export async function sealSecrets(
  passphrase: string,
  nvrs: readonly SealedNvr[],
  passwords: readonly (string | null)[],
  cost: ScryptCost = SITE_KDF,
): Promise<SealedSecrets> {
  const payload = nvrs.flatMap((nvr, index) => {
    const password = passwords[index] ?? null;
    return password === null ? [] : [{ nvr: index, address: addressKey(nvr), password }];
  });
  const [salt, iv] = [randomBytes(SALT_BYTES), randomBytes(IV_BYTES)];
  const cipher = createCipheriv(CIPHER, await keyOf(passphrase, salt, cost), iv, {
    authTagLength: TAG_BYTES,
  });
  cipher.setAAD(boundTo(nvrs, payload.length));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(payload), 'utf8'), cipher.final()]);
  return {
    passwords: payload.length,
    kdf: SITE_KDF,
    salt: salt.toString('base64'),
    iv: iv.toString('base64'),
    cipher: sealed.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
}

/** The passwords by the recorders' order, null where one has none; or null for all: a wrong passphrase, or a changed file. */
export async function openSecrets(
  passphrase: string,
  nvrs: readonly SealedNvr[],
  sealed: SealedSecrets,
  cost: ScryptCost = SITE_KDF,
): Promise<(string | null)[] | null> {
  const key = await keyOf(passphrase, Buffer.from(sealed.salt, 'base64'), cost);
  const text = decipher(key, nvrs, sealed);
  if (text === null) return null;
  const payload = payloadSchema.parse(JSON.parse(text));
  const passwords = nvrs.map(() => null as string | null);
  for (const { nvr: index, address, password } of payload) {
    const nvr = nvrs[index];
    if (nvr === undefined || addressKey(nvr) !== address) return null;
    passwords[index] = password;
  }
  return passwords;
}

function decipher(
  key: Uint8Array,
  nvrs: readonly SealedNvr[],
  sealed: SealedSecrets,
): string | null {
  const decipher = createDecipheriv(CIPHER, key, Buffer.from(sealed.iv, 'base64'), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(boundTo(nvrs, sealed.passwords));
  decipher.setAuthTag(Buffer.from(sealed.tag, 'base64'));
  const opened = decipher.update(Buffer.from(sealed.cipher, 'base64'));
  try {
    return Buffer.concat([opened, decipher.final()]).toString('utf8');
  } catch {
    // Says only that it is not authentic, which is all there is to know.
    return null;
  }
}

/** Keyboards differ in how they compose an accented letter. */
function keyOf(passphrase: string, salt: Uint8Array, cost: ScryptCost): Promise<Uint8Array> {
  return deriveKey(passphrase.normalize('NFC'), salt, cost, KEY_BYTES);
}

/** Whoever edits the file may rename recorders and cameras, but not lead a password to another address, user or certificate. */
function boundTo(nvrs: readonly SealedNvr[], passwords: number): Buffer {
  const list = nvrs.map(({ host, rtspPort, httpPort, isHttps, fingerprint, username, layout }) => [
    ...[host, rtspPort, httpPort, isHttps, fingerprint, username],
    ...(layout.kind === 'single' || layout.kind === 'custom'
      ? [layout.kind, layout.main, layout.sub]
      : [layout.kind]),
  ]);
  return Buffer.from(JSON.stringify([SITE_FORMAT, SITE_VERSION, passwords, list]));
}
