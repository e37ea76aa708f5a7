import { readHost } from '@contract/models/device-address.ts';

/** A pasted address without the login that was in it. */
export interface PastedLogin {
  rest: string;
  username: string;
  /** Null: only a user was in it. */
  password: string | null;
}

/** A login in front of a host. RFC 3986 wants special characters encoded; people paste them as they are. */
const WITH_LOGIN = /^((?:rtsps?|https?):\/\/)?([^@/\\:]*(?::[^@/]*)?)@(.*)$/is;
/** The same where the password has a raw slash in it, as far as that can be told from a port and a path. */
const WITH_SLASH =
  /^((?:rtsps?|https?):\/\/)([^\s:@/.]+:(?!\d{1,5}\/)[^\s]*)@((?:\[[^\]\s]+\]|[^\s/?#@:[\]]+)(?:[:/?#].*)?)$/is;

/** Takes user and password out of a pasted address: they have fields of their own, and an address is shown on screen. Null when there is none in it. */
export function splitLogin(text: string): PastedLogin | null {
  const pasted = text.trim();
  const [, scheme = '', login, rest] = WITH_LOGIN.exec(pasted) ?? slashed(pasted) ?? [];
  if (login === undefined || rest === undefined) return null;
  // A raw @ in the password: what follows the last one is the host.
  const at = /^[^/?#]*@/.exec(rest)?.[0] ?? '';
  const whole = at === '' ? login : `${login}@${at.slice(0, -1)}`;
  const [username = '', ...password] = whole.split(':');
  return {
    rest: `${scheme}${rest.slice(at.length)}`,
    username: decoded(username),
    password: password.length === 0 ? null : decoded(password.join(':')),
  };
}

function slashed(pasted: string): RegExpExecArray | null {
  const found = WITH_SLASH.exec(pasted);
  const host = /^(?:\[[^\]]+\]|[^:/?#]+)/.exec(found?.[3] ?? '')?.[0] ?? '';
  const isHost = /[.[]/.test(host) && readHost(host) !== null;
  return isHost ? found : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
