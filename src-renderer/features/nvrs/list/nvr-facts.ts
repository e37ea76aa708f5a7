import type { NvrWithLogin } from '@contract/models/nvr.ts';
import type { StreamLayout } from '@contract/models/stream-layout.ts';
import { text } from '../../../text/catalogue.ts';
import { sinceText } from '../../../text/since-text.ts';
import { loginFact, type LoginFact } from './login-fact.ts';

const MAKES: Record<Exclude<StreamLayout['kind'], 'single'>, string | null> = {
  // What every other recorder of the list is.
  hikvision: null,
  ...text.nvrs.makes,
};

/** One line about where a device is, what it is and who logs in. */
export function nvrFacts(nvr: NvrWithLogin, cameras: number): string {
  const { layout, host, rtspPort, username, model } = nvr;
  const user = username === '' ? text.nvrs.noLogin : text.nvrs.user(username);
  if (layout.kind === 'single') return [text.nvrs.single, `${host}:${rtspPort}`, user].join(' · ');
  return [host, model ?? MAKES[layout.kind], text.common.cameras(cameras), user]
    .filter((fact) => fact !== null)
    .join(' · ');
}

/** What is lost with a device, for the question before it goes. */
export function lossOf(nvr: NvrWithLogin, cameras: number): string {
  const hasPassword = nvr.username !== '';
  if (nvr.layout.kind === 'single') return text.nvrs.lossOfSingle(hasPassword);
  return text.nvrs.loss(cameras, hasPassword);
}

const UNREACHABLE = loginFact({ state: 'unreachable' });

/** How the device stands: disabled, or how its login holds and since when. @param nowMs Unix time */
export function stateFact(nvr: NvrWithLogin, nowMs: number): LoginFact {
  if (!nvr.isEnabled) return { tone: 'calm', text: text.nvrs.disabled };
  if (nvr.username === '') return { tone: 'calm', text: text.nvrs.asksNoLogin };
  const fact =
    nvr.login.state === 'accepted' && !nvr.isAnswering ? UNREACHABLE : loginFact(nvr.login);
  if (fact.tone !== 'problem' || nvr.sinceMs === null) return fact;
  return { ...fact, text: `${fact.text}, ${sinceText(nvr.sinceMs, nowMs)}`.replace('.,', ',') };
}
