import type { SingleCamera } from '@contract/models/camera-changes.ts';

/** What is typed about a camera without a recorder. */
export type SingleEntries = SingleCamera;

/** A URL with a login in front of its host. RFC 3986 wants special characters encoded; people paste them as they are. */
const WITH_LOGIN = /^(rtsp:\/\/)([^\s@/]*)@(.*)$/i;

/**
 * Takes user and password out of a pasted address: they have fields of their own, and an address is shown on screen. Null when
 * there is no login in it. Only up to a slash, since a password with a raw one cannot be told from the path.
 */
export function splitLogin(
  text: string,
): { url: string; username: string; password: string } | null {
  const [, scheme, login, rest] = WITH_LOGIN.exec(text.trim()) ?? [];
  if (scheme === undefined || login === undefined || rest === undefined) return null;
  // A raw @ in the password: what follows the last one is the host.
  const at = /^[^/?#]*@/.exec(rest)?.[0] ?? '';
  const [username = '', ...password] = `${login}${at === '' ? '' : `@${at.slice(0, -1)}`}`.split(
    ':',
  );
  return {
    url: `${scheme}${rest.slice(at.length)}`,
    username: decoded(username),
    password: decoded(password.join(':')),
  };
}

/** The form after something was typed or pasted. */
export function withTyped(
  entries: SingleEntries,
  field: keyof SingleEntries,
  text: string,
): SingleEntries {
  const isUrl = field === 'mainUrl' || field === 'subUrl';
  const split = isUrl ? splitLogin(text) : null;
  if (split === null) return { ...entries, [field]: text };
  return { ...entries, [field]: split.url, username: split.username, password: split.password };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
