import type { IsapiError } from '../isapi-error.ts';

/** What the caller is ready to believe. Recorders sign their certificates themselves, so a fingerprint is all there is to check. */
export interface CertificateTrust {
  /** SHA-256 as colon-separated hex, accepted by a person earlier; null: none yet. */
  readonly pinnedFingerprint: string | null;
  /** Without a pin: take the certificate seen first (and only that one) instead of refusing. */
  readonly canTrustFirstUse: boolean;
}

/** Says whether this certificate may see credentials; null means yes. */
export function judgeCertificate(seen: string, trust: CertificateTrust): IsapiError | null {
  const { pinnedFingerprint: pinned, canTrustFirstUse } = trust;
  if (pinned === null) {
    if (canTrustFirstUse) return null;
    return { kind: 'tls', reason: 'unknown-certificate', fingerprint: seen };
  }
  if (plain(pinned) === plain(seen)) return null;
  return {
    kind: 'tls',
    reason: 'changed-certificate',
    fingerprint: seen,
    pinnedFingerprint: pinned,
  };
}

function plain(fingerprint: string): string {
  return fingerprint.replaceAll(/[^0-9a-f]/gi, '').toLowerCase();
}
