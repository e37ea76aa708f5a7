import { clockTime } from '../../../text/clock-time.ts';
import type { NvrLogin } from '@contract/models/nvr-login.ts';
import { text } from '../../../text/catalogue.ts';

/** A fact and how much it matters. */
export interface LoginFact {
  tone: 'good' | 'calm' | 'problem';
  text: string;
}

/** What the list says about a recorder's login. */
export function loginFact(login: NvrLogin): LoginFact {
  switch (login.state) {
    case 'accepted':
      return { tone: 'good', text: text.nvrs.login.accepted };
    case 'checking':
      return { tone: 'calm', text: text.nvrs.login.checking };
    case 'unreachable':
      return { tone: 'problem', text: text.nvrs.login.unreachable };
    case 'refused':
      return { tone: 'problem', text: refusedText(login) };
    case 'locked':
      return { tone: 'problem', text: text.nvrs.login.locked(clockTime(login.untilMs)) };
    case 'certificate-changed':
      return { tone: 'problem', text: text.nvrs.login.certificateChanged };
    case 'no-password':
      return { tone: 'problem', text: text.nvrs.login.missing[login.reason] };
  }
}

/** Which of its servers refused decides what helps. */
function refusedText({ door, triesLeft }: Extract<NvrLogin, { state: 'refused' }>): string {
  return door === 'rtsp' ? text.nvrs.login.refusedByRtsp : text.nvrs.login.refused(triesLeft);
}
