import { clockTime } from '../../../text/clock-time.ts';
import type { MissingPassword, NvrLogin } from '@contract/models/nvr-login.ts';

/** A fact and how much it matters. */
export interface LoginFact {
  tone: 'good' | 'calm' | 'problem';
  text: string;
}

/** What the list says about a recorder's login. */
export function loginFact(login: NvrLogin): LoginFact {
  switch (login.state) {
    case 'accepted':
      return { tone: 'good', text: 'Login accepted' };
    case 'checking':
      return { tone: 'calm', text: 'Checking the login…' };
    case 'unreachable':
      return { tone: 'problem', text: 'Cannot be reached' };
    case 'refused':
      return { tone: 'problem', text: refusedText(login) };
    case 'locked':
      return { tone: 'problem', text: `Account locked until ${clockTime(login.untilMs)}` };
    case 'certificate-changed':
      return {
        tone: 'problem',
        text: 'Certificate changed. Nothing is sent until it is reviewed.',
      };
    case 'no-password':
      return { tone: 'problem', text: MISSING_TEXTS[login.reason] };
  }
}

/** Which of its servers refused decides what helps. */
function refusedText({ door, triesLeft }: Extract<NvrLogin, { state: 'refused' }>): string {
  if (door === 'rtsp') {
    return 'Login refused by the NVR’s video port (RTSP). Check this user’s live view rights and the RTSP authentication there.';
  }
  return `Login refused. Enter the password anew.${triesLeft === null ? '' : triesText(triesLeft)}`;
}

function triesText(left: number): string {
  const count = left === 0 ? 'no' : left;
  return ` The NVR allows ${count} more failed ${left === 1 ? 'login' : 'logins'}.`;
}

const MISSING_TEXTS: Record<MissingPassword, string> = {
  missing: 'No password in the keychain. Enter it anew.',
  'never-given': 'No password yet. Enter it.',
  'another-address': 'This NVR has another address than before. Enter its password anew.',
};
