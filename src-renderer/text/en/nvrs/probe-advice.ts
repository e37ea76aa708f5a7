import type { ProbeFailure } from '@contract/models/probe.ts';

/** What happened, and what to do next. */
export interface Advice {
  title: string;
  /** What to do next, in a sentence or two. */
  advice: string;
}

const notReached: Advice = {
  title: 'The NVR cannot be reached',
  advice: 'Check the address and the port, and that the NVR is on and in the same network.',
};

const notUnderstood: Advice = {
  title: 'The NVR did not answer as expected',
  advice: 'Try again in a moment. If it goes on, add its channels by number instead.',
};

/** For each way a look can fail: what happened, and what an installer can do about it. */
export const probeAdvice: Record<ProbeFailure['kind'], Advice> = {
  locked: {
    title: 'The NVR has locked this account',
    advice:
      'It does so after several wrong passwords, and each login before the end starts the time over. The password was not sent. Wait, or have an administrator unlock the account.',
  },
  'not-activated': {
    title: 'This NVR is not activated yet',
    advice:
      'It waits for its first password. Open its own web page or the maker’s tool, give it one there, and come back.',
  },
  'certificate-unknown': {
    title: 'Is this your NVR?',
    advice:
      'NVRs sign their certificates themselves. Compare this fingerprint with the one the NVR shows (Network → HTTPS), then trust it: from then on the password goes to no other device at this address.',
  },
  'certificate-changed': {
    title: 'The certificate has changed',
    advice:
      'Another device may be answering at this address, and it would see the password. Nothing was sent. Trust the new certificate only if you know why it changed, such as a reset or a new firmware.',
  },
  'no-isapi': {
    title: 'The NVR does not list its cameras',
    advice:
      'ISAPI is switched off, or this device does not have it. Switch it on at the NVR (Network → Integration Protocol), check the port, or add channels by number instead.',
  },
  'port-closed': {
    title: 'Nothing answers at this port',
    advice:
      'A device is at this address, but it has no web server at this port. Check the HTTP port (usually 80), or switch the web server on at the device. A device without one can be added by channel pattern.',
  },
  'no-permission': {
    title: 'This user may not look at the NVR',
    advice: 'Give the user the right to view and to read parameters, or use another user.',
  },
  'wrong-password': {
    title: 'The NVR refused the login',
    advice: 'Go back and type the password again.',
  },
  'https-wanted': {
    title: 'This NVR wants HTTPS',
    advice:
      'Its HTTP port only leads to HTTPS. The password was not sent. Use HTTPS: the NVR’s certificate is shown before anything else.',
  },
  'no-digest': {
    title: 'This NVR only offers an unsafe login',
    advice:
      'It asks for the password in a form that everybody in the network can read (Basic), so it was not sent. Switch Digest on at the NVR (Security → Authentication → Web), or use HTTPS if it has it and add channels by number.',
  },
  tls: {
    title: 'No HTTPS at this port',
    advice: 'Check the HTTPS port (usually 443), or switch HTTPS off.',
  },
  unreachable: notReached,
  timeout: notReached,
  busy: notUnderstood,
  'too-large': notUnderstood,
  'bad-answer': notUnderstood,
  cancelled: { ...notUnderstood, title: 'Cancelled' },
};
