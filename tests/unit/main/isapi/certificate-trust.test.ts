import { describe, expect, it } from 'vitest';
import { judgeCertificate } from '../../../../src-main/app/isapi/http/certificate-trust.ts';

const SEEN = 'AA:BB:CC';

describe('judgeCertificate', () => {
  it('reports a new certificate, and takes it only where the caller allows', () => {
    const trust = { pinnedFingerprint: null, canTrustFirstUse: false };
    expect(judgeCertificate(SEEN, trust)).toMatchObject({
      ...{ kind: 'tls', reason: 'unknown-certificate', fingerprint: SEEN },
    });
    expect(judgeCertificate(SEEN, { ...trust, canTrustFirstUse: true })).toBeNull();
  });

  it('takes the pinned one in any spelling and no other, even on first use', () => {
    const trust = { pinnedFingerprint: 'aabbcc', canTrustFirstUse: true };
    expect(judgeCertificate(SEEN, trust)).toBeNull();
    expect(judgeCertificate('AA:BB:CD', trust)).toMatchObject({
      ...{ reason: 'changed-certificate', fingerprint: 'AA:BB:CD', pinnedFingerprint: 'aabbcc' },
    });
  });
});
