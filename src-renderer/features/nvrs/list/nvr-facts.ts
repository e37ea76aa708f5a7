import type { NvrWithLogin } from '@contract/models/nvr.ts';
import type { StreamLayout } from '@contract/models/stream-layout.ts';
import { sinceText } from '../../../text/since-text.ts';
import { loginFact, type LoginFact } from './login-fact.ts';

const MAKES: Record<Exclude<StreamLayout['kind'], 'single'>, string | null> = {
  // What every other recorder of the list is.
  hikvision: null,
  dahua: 'Dahua-compatible',
  custom: 'custom stream addresses',
};

/** One line about where a device is, what it is and who logs in. */
export function nvrFacts(nvr: NvrWithLogin, cameras: number): string {
  const { layout, host, rtspPort, username, model } = nvr;
  const user = username === '' ? 'no login' : `user ${username}`;
  if (layout.kind === 'single') return `Single camera · ${host}:${rtspPort} · ${user}`;
  return [host, model ?? MAKES[layout.kind], countOf(cameras), user]
    .filter((fact) => fact !== null)
    .join(' · ');
}

const UNDO = ' For a few seconds this can be undone.';

/** What is lost with a device, for the question before it goes. */
export function lossOf(nvr: NvrWithLogin, cameras: number): string {
  const password = nvr.username === '' ? '' : ' and its stored password';
  if (nvr.layout.kind === 'single') return `The camera${password} will be removed.${UNDO}`;
  return `Its ${countOf(cameras)}${password} will be removed.${UNDO}`;
}

const UNREACHABLE = loginFact({ state: 'unreachable' });

/** How the device stands: disabled, or how its login holds and since when. @param nowMs Unix time */
export function stateFact(nvr: NvrWithLogin, nowMs: number): LoginFact {
  if (!nvr.isEnabled) return { tone: 'calm', text: 'Disabled. Nothing is sent to it.' };
  if (nvr.username === '') return { tone: 'calm', text: 'Asks for no login' };
  const fact =
    nvr.login.state === 'accepted' && !nvr.isAnswering ? UNREACHABLE : loginFact(nvr.login);
  if (fact.tone !== 'problem' || nvr.sinceMs === null) return fact;
  return { ...fact, text: `${fact.text}, ${sinceText(nvr.sinceMs, nowMs)}`.replace('.,', ',') };
}

function countOf(cameras: number): string {
  return `${cameras} ${cameras === 1 ? 'camera' : 'cameras'}`;
}
