import type { ProbeFailure, ProbeStep } from '@contract/models/probe.ts';
import type { AuthError, IsapiError } from '../isapi-error.ts';

/** What a failed step means for the installer. A web page where ISAPI should be is a device without ISAPI: its channels can still be imported by pattern. */
export function probeFailure(step: ProbeStep, error: IsapiError): ProbeFailure {
  switch (error.kind) {
    case 'unreachable': {
      const { kind, reason } = error;
      return reason === 'closed' ? { step, kind: 'port-closed' } : { step, kind, reason };
    }
    case 'not-supported':
      return { step, kind: 'no-isapi', answer: error.answer ?? null };
    case 'bad-answer':
      return { step, kind: step === 'login' ? 'no-isapi' : 'bad-answer', answer: error.answer };
    case 'hostile':
      return { step, kind: 'bad-answer', answer: 'hostile' };
    case 'auth':
      return { step, ...loginFailure(error) };
    case 'tls':
      return { step, ...certificateFailure(error) };
    case 'locked':
    case 'https-wanted':
    case 'no-digest':
    case 'timeout':
    case 'too-large':
    case 'cancelled':
    case 'busy':
      return { step, ...error };
  }
}

type LoginFailure =
  | { kind: 'wrong-password'; triesLeft: number | null; wasSent: true }
  | { kind: 'no-isapi'; answer: 'forbidden' }
  | { kind: 'no-permission' | 'not-activated' };

function loginFailure(error: AuthError): LoginFailure {
  switch (error.reason) {
    case 'wrong-password':
      return { kind: error.reason, triesLeft: error.triesLeft, wasSent: true };
    case 'forbidden':
      return { kind: 'no-isapi', answer: error.reason };
    case 'no-permission':
    case 'not-activated':
      return { kind: error.reason };
  }
}

type CertificateFailure =
  | { kind: 'tls'; reason: 'handshake' | 'plain-http' }
  | { kind: 'certificate-unknown'; fingerprint: string }
  | { kind: 'certificate-changed'; fingerprint: string; pinnedFingerprint: string };

function certificateFailure(error: Extract<IsapiError, { kind: 'tls' }>): CertificateFailure {
  switch (error.reason) {
    case 'handshake':
    case 'plain-http':
      return { kind: 'tls', reason: error.reason };
    case 'unknown-certificate':
      return { kind: 'certificate-unknown', fingerprint: error.fingerprint };
    case 'changed-certificate': {
      const { fingerprint, pinnedFingerprint } = error;
      return { kind: 'certificate-changed', fingerprint, pinnedFingerprint };
    }
  }
}
