import type { Nvr } from '@contract/models/nvr.ts';
import type { ProbedList, ProbeFailure } from '@contract/models/probe.ts';
import { text } from '../../../text/catalogue.ts';

/** What the main button does after a failed look. */
export type ProbeAction = 'retry' | 'retry-or-pattern' | 'trust' | 'pattern' | 'https';

/** What happened, and what to do next. */
export type ProbeAdvice = (typeof text.probe.advice)[ProbeFailure['kind']];

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

/** The next step after each way a look can fail; trying again where it is not named. */
const ACTIONS: Partial<Record<ProbeFailure['kind'], ProbeAction>> = {
  'certificate-unknown': 'trust',
  'certificate-changed': 'trust',
  'no-isapi': 'pattern',
  'port-closed': 'retry-or-pattern',
  'https-wanted': 'https',
  'no-digest': 'pattern',
};

/** What the main button does after a look that failed so. */
export function probeAction(kind: ProbeFailure['kind']): ProbeAction {
  return ACTIONS[kind] ?? 'retry';
}

/** What a look had to do without, in a sentence; null where nothing was missing that anybody would miss. */
export function unreadNote(unread: readonly ProbedList[]): string | null {
  const missing = unread.filter((list) => list !== 'ports' && list !== 'capabilities');
  return missing.length === 0 ? null : text.probe.unread(missing);
}
