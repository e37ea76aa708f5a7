import type { Nvr } from '@contract/models/nvr.ts';
import type { ProbeFailure } from '@contract/models/probe.ts';
import { portAdvice, PROBE_ADVICE, type ProbeAdvice } from '../probe/index.ts';

const AT_THE_NVR =
  'Nothing was sent. Edit this NVR in the list to compare the certificate and to trust it, then sync again.';
const LATER = 'Try again in a moment.';

/** Where a recorder that is there already needs another advice than one that is to be added. */
const OWN_ADVICE: Partial<Record<ProbeFailure['kind'], string>> = {
  'wrong-password':
    'Type the new password here. It is tried once; until then nothing is sent, so that the NVR does not lock the account.',
  'certificate-unknown': `This NVR’s certificate has not been accepted yet. ${AT_THE_NVR}`,
  'certificate-changed': `Another device may be answering at this address. ${AT_THE_NVR}`,
  'no-isapi':
    'ISAPI is switched off, or the port is another one. Switch it on at the NVR (Network → Integration Protocol), or check the port with Edit.',
  'port-closed':
    'A device is at this address, but it has no web server at this port. Check the port with Edit, or switch the web server on at the NVR.',
  'https-wanted':
    'Its HTTP port only leads to HTTPS. The password was not sent. Switch HTTPS on for this NVR with Edit, compare the certificate, and sync again.',
  'no-digest':
    'It asks for the password in a form that everybody in the network can read (Basic), so it was not sent. Switch Digest on at the NVR (Security → Authentication → Web).',
  busy: LATER,
  'too-large': LATER,
  'bad-answer': LATER,
  cancelled: 'Somebody looked at another NVR meanwhile. Try again.',
};

/** What an installer can do about a comparison that failed. */
export function syncAdvice(
  failure: ProbeFailure,
  nvr: Pick<Nvr, 'httpPort' | 'isHttps'>,
): Pick<ProbeAdvice, 'title' | 'advice'> {
  const { kind } = failure;
  const { title, advice } = PROBE_ADVICE[kind];
  return { title, advice: portAdvice(failure, nvr) ?? OWN_ADVICE[kind] ?? advice };
}
