import { clockTime } from '../../model/clock-time.ts';
import type { NvrLogin } from '@contract/models/nvr-login.ts';

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
      return { tone: 'problem', text: 'Login refused. Enter the password anew.' };
    case 'locked':
      return { tone: 'problem', text: `Account locked until ${clockTime(login.untilMs)}` };
    case 'certificate-changed':
      return {
        tone: 'problem',
        text: 'Certificate changed. Nothing is sent until it is reviewed.',
      };
    case 'no-password':
      return { tone: 'problem', text: 'No password in the keychain. Enter it anew.' };
  }
}
