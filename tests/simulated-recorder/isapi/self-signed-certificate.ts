import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { bitString, der, generalizedTime, integer, sequence } from './der.ts';

const VALID_FOR_MS = 365 * 24 * 60 * 60_000;
const SERIAL_BYTES = 7;

/** Object identifiers, encoded: ecdsa-with-SHA256 and commonName. */
const ECDSA_SHA256 = sequence(Buffer.from('06082a8648ce3d040302', 'hex'));
const COMMON_NAME = Buffer.from('0603550403', 'hex');

/** What a TLS server needs, as PEM. */
export interface SelfSignedCertificate {
  readonly key: string;
  readonly cert: string;
}

/** Makes a new key and the certificate that it signs for itself, as a recorder does at its first start; each call gives another fingerprint. Node can read certificates but not make them. */
export function makeSelfSignedCertificate(commonName: string): SelfSignedCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const name = sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from(commonName)))));
  const now = Date.now();
  const validity = sequence(
    generalizedTime(new Date(now - VALID_FOR_MS)),
    generalizedTime(new Date(now + VALID_FOR_MS)),
  );
  const toBeSigned = sequence(
    // Version 3.
    der(0xa0, der(0x02, Buffer.from([2]))),
    integer(randomBytes(SERIAL_BYTES)),
    ...[ECDSA_SHA256, name, validity, name],
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = sign('sha256', toBeSigned, privateKey);
  const certificate = sequence(toBeSigned, ECDSA_SHA256, bitString(signature));
  const base64 = certificate.toString('base64').replaceAll(/.{1,64}/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${base64}-----END CERTIFICATE-----\n`,
  };
}
