import type { NvrWithLogin } from '@contract/models/nvr.ts';
import type { StreamLayout } from '@contract/models/stream-layout.ts';
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

/** What is lost with a device, for the question before it goes. */
export function lossOf(nvr: NvrWithLogin, cameras: number): string {
  const password = nvr.username === '' ? '' : ' and its stored password';
  if (nvr.layout.kind === 'single') return `The camera${password} will be removed.`;
  return `Its ${countOf(cameras)}${password} will be removed.`;
}

/** How the device stands: disabled, or how its login holds. */
export function stateFact(nvr: NvrWithLogin): LoginFact {
  if (!nvr.isEnabled) return { tone: 'calm', text: 'Disabled. Nothing is sent to it.' };
  if (nvr.username === '') return { tone: 'calm', text: 'Asks for no login' };
  return loginFact(nvr.login);
}

function countOf(cameras: number): string {
  return `${cameras} ${cameras === 1 ? 'camera' : 'cameras'}`;
}
