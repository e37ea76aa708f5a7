import type { Nvr } from '@contract/models/nvr.ts';
import type { ProbedList, ProbeFailure } from '@contract/models/probe.ts';
import { text } from '../../text/catalogue.ts';

/** What an installer can do about a failed look. */
export interface ProbeAdvice {
  title: string;
  /** What to do next, in a sentence or two. */
  advice: string;
  /** What the main button does. */
  action: 'retry' | 'retry-or-pattern' | 'trust' | 'pattern' | 'https';
}

const NOT_REACHED: ProbeAdvice = {
  title: 'The NVR cannot be reached',
  advice: 'Check the address and the port, and that the NVR is on and in the same network.',
  action: 'retry',
};

const NOT_UNDERSTOOD: ProbeAdvice = {
  title: 'The NVR did not answer as expected',
  advice: 'Try again in a moment. If it goes on, add its channels by number instead.',
  action: 'retry',
};

/** Where the makers' own programs reach Hikvision devices; no HTTP is spoken there. People know it better than the web port. */
const SDK_PORT = 8000;
/** How a look fails at a port that is closed, or speaks something else than HTTP. */
const NO_WEB_SERVER: readonly ProbeFailure['kind'][] = [
  'port-closed',
  'unreachable',
  'timeout',
  'bad-answer',
  'no-isapi',
  'tls',
];

/** What to do next where the port itself is the likely mistake; null where it is not. */
export function portAdvice(
  failure: ProbeFailure,
  { httpPort, isHttps }: Pick<Nvr, 'httpPort' | 'isHttps'>,
): string | null {
  const isElsewhere =
    failure.kind === 'unreachable' && ['no-name', 'no-route'].includes(failure.reason);
  const isLikely = httpPort === SDK_PORT && NO_WEB_SERVER.includes(failure.kind) && !isElsewhere;
  return isLikely ? text.probe.sdkPort(isHttps) : null;
}

/** For each way a look can fail: what happened and what to do next. */
export const PROBE_ADVICE: Record<ProbeFailure['kind'], ProbeAdvice> = {
  locked: {
    title: 'The NVR has locked this account',
    advice:
      'It does so after several wrong passwords, and each login before the end starts the time over. The password was not sent. Wait, or have an administrator unlock the account.',
    action: 'retry',
  },
  'not-activated': {
    title: 'This NVR is not activated yet',
    advice:
      'It waits for its first password. Open its own web page or the maker’s tool, give it one there, and come back.',
    action: 'retry',
  },
  'certificate-unknown': {
    title: 'Is this your NVR?',
    advice:
      'NVRs sign their certificates themselves. Compare this fingerprint with the one the NVR shows (Network → HTTPS), then trust it: from then on the password goes to no other device at this address.',
    action: 'trust',
  },
  'certificate-changed': {
    title: 'The certificate has changed',
    advice:
      'Another device may be answering at this address, and it would see the password. Nothing was sent. Trust the new certificate only if you know why it changed, such as a reset or a new firmware.',
    action: 'trust',
  },
  'no-isapi': {
    title: 'The NVR does not list its cameras',
    advice:
      'ISAPI is switched off, or this device does not have it. Switch it on at the NVR (Network → Integration Protocol), check the port, or add channels by number instead.',
    action: 'pattern',
  },
  'port-closed': {
    title: 'Nothing answers at this port',
    advice:
      'A device is at this address, but it has no web server at this port. Check the HTTP port (usually 80), or switch the web server on at the device. A device without one can be added by channel pattern.',
    action: 'retry-or-pattern',
  },
  'no-permission': {
    title: 'This user may not look at the NVR',
    advice: 'Give the user the right to view and to read parameters, or use another user.',
    action: 'retry',
  },
  'wrong-password': {
    title: 'The NVR refused the login',
    advice: 'Go back and type the password again.',
    action: 'retry',
  },
  'https-wanted': {
    title: 'This NVR wants HTTPS',
    advice:
      'Its HTTP port only leads to HTTPS. The password was not sent. Use HTTPS: the NVR’s certificate is shown before anything else.',
    action: 'https',
  },
  'no-digest': {
    title: 'This NVR only offers an unsafe login',
    advice:
      'It asks for the password in a form that everybody in the network can read (Basic), so it was not sent. Switch Digest on at the NVR (Security → Authentication → Web), or use HTTPS if it has it and add channels by number.',
    action: 'pattern',
  },
  tls: {
    title: 'No HTTPS at this port',
    advice: 'Check the HTTPS port (usually 443), or switch HTTPS off.',
    action: 'retry',
  },
  unreachable: NOT_REACHED,
  timeout: NOT_REACHED,
  busy: NOT_UNDERSTOOD,
  'too-large': NOT_UNDERSTOOD,
  'bad-answer': NOT_UNDERSTOOD,
  cancelled: { ...NOT_UNDERSTOOD, title: 'Cancelled' },
};

const LISTS: Record<ProbedList, string> = {
  device: 'model and serial number',
  ports: 'ports',
  capabilities: 'number of coax inputs',
  ip: 'IP cameras',
  status: 'which cameras are on',
  analog: 'coax cameras',
  streams: 'streams',
};

/** What a look had to do without, in a sentence; null where nothing was missing that anybody would miss. */
export function unreadNote(unread: readonly ProbedList[]): string | null {
  const missing = unread.filter((list) => list !== 'ports' && list !== 'capabilities');
  if (missing.length === 0) return null;
  const names = new Intl.ListFormat('en').format(missing.map((list) => LISTS[list]));
  return `Could not be read: ${names}. The account may not be allowed to, or the NVR was too busy.`;
}
