import { createPrivateKey, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { integer } from '../../simulated-recorder/isapi/der.ts';
import { makeSelfSignedCertificate } from '../../simulated-recorder/isapi/self-signed-certificate.ts';

describe('makeSelfSignedCertificate', () => {
  it('is a certificate that its own key has signed and that is valid today', () => {
    const { key, cert } = makeSelfSignedCertificate('SIM');
    const read = new X509Certificate(cert);
    expect(read.subject).toBe('CN=SIM');
    expect(read.issuer).toBe('CN=SIM');
    expect(read.verify(read.publicKey)).toBe(true);
    expect(read.checkPrivateKey(createPrivateKey(key))).toBe(true);
    const now = Date.now();
    expect(read.validFromDate.getTime()).toBeLessThan(now);
    expect(read.validToDate.getTime()).toBeGreaterThan(now);
  });

  it('is another one each time, and always readable', () => {
    // A wrongly padded serial number would show in every second one.
    const fingerprints = Array.from(
      { length: 40 },
      () => new X509Certificate(makeSelfSignedCertificate('SIM').cert).fingerprint256,
    );
    expect(new Set(fingerprints).size).toBe(40);
  });
});

describe('integer', () => {
  it.each([
    [[0x01], '020101'],
    [[0x80], '02020080'],
    [[0x00, 0x00, 0x7f], '02017f'],
    [[0x00, 0xff, 0x00], '020300ff00'],
  ])('is as short as it can be: %j', (bytes, expected) => {
    expect(integer(Uint8Array.from(bytes)).toString('hex')).toBe(expected);
  });
});
