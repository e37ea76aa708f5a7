import type { ProbeFailure, ProbeStep } from '@contract/models/probe.ts';
import type { IsapiError } from '../isapi-error.ts';

/** What a failed step means for the installer. A web page where ISAPI should be is a device without ISAPI: its channels can still be imported by pattern. */
export function probeFailure(step: ProbeStep, error: IsapiError): ProbeFailure {
  const told = { step, message: error.message };
  switch (error.kind) {
    case 'unreachable':
      return { ...told, kind: error.reason === 'closed' ? 'port-closed' : 'unreachable' };
    case 'not-supported':
      return { ...told, kind: 'no-isapi' };
    case 'bad-answer':
      return { ...told, kind: step === 'login' ? 'no-isapi' : 'bad-answer' };
    case 'locked':
      return { ...told, kind: 'locked', unlockInMs: error.unlockInMs };
    case 'auth':
      return error.reason === 'wrong-password'
        ? { ...told, kind: 'wrong-password', triesLeft: error.triesLeft }
        : { ...told, kind: error.reason };
    case 'tls':
      return { ...told, ...certificateFailure(error) };
    case 'https-wanted':
      return { ...told, kind: error.kind, port: error.port };
    case 'hostile':
      return { ...told, kind: 'bad-answer' };
    case 'no-digest':
    case 'timeout':
    case 'too-large':
    case 'cancelled':
    case 'busy':
      return { ...told, kind: error.kind };
  }
}

type CertificateFailure =
  | { kind: 'tls' }
  | { kind: 'certificate-unknown'; fingerprint: string }
  | { kind: 'certificate-changed'; fingerprint: string; pinnedFingerprint: string };

function certificateFailure(error: Extract<IsapiError, { kind: 'tls' }>): CertificateFailure {
  switch (error.reason) {
    case 'handshake':
      return { kind: 'tls' };
    case 'unknown-certificate':
      return { kind: 'certificate-unknown', fingerprint: error.fingerprint };
    case 'changed-certificate': {
      const { fingerprint, pinnedFingerprint } = error;
      return { kind: 'certificate-changed', fingerprint, pinnedFingerprint };
    }
  }
}
