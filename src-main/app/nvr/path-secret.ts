import { PASSWORD_PLACEHOLDER } from '@contract/models/stream-layout.ts';

/** A stream's path without the password that somebody pasted with it. */
export interface PathWithoutSecret {
  path: string;
  /** As it was meant, percent signs decoded. */
  secret: string;
}

const NAMES =
  'pass(?:word|wd|code)?|passw|pwd|psw|pw|usr_?pwd|user_?pwd|login_?pass(?:word)?|secret|token|auth(?:_?key)?|access_?key|api_?key';
/**
 * Where devices take a password inside the path: as a parameter, with "_" between parameters as XMeye recorders write it
 * (/user=admin_password=x_channel=1_stream=0.sdp), with "/" or "&" as others do, and as user:password@ in an address within the path.
 */
const SECRETS: readonly RegExp[] = [
  new RegExp(
    `(?<before>(?:^|[/?&;_,])(?:${NAMES})=)(?<secret>[^/?&;]*?)(?=_(?:channel|stream|chn?|subtype|real_stream)=|\\.sdp|[/?&;]|$)`,
    'i',
  ),
  /(?<before>\/[^/?#:@]+:)(?<secret>[^/?#@]+)(?=@)/,
];
/** What a value inside a path must escape, so that it ends where it should. */
const TO_ESCAPE = /[^\w.~!$'()*+,:=-]/gu;

/** Takes the password out of a path and leaves a placeholder; null when there is none in it. */
export function takePathSecret(path: string): PathWithoutSecret | null {
  const found = SECRETS.map((each) => each.exec(path)).find(
    (match) => (match?.groups?.['secret'] ?? '') !== '',
  );
  const { before, secret } = found?.groups ?? {};
  if (!found || before === undefined || secret === undefined || secret === PASSWORD_PLACEHOLDER) {
    return null;
  }
  const start = found.index + before.length;
  const rest = path.slice(start + secret.length);
  return {
    path: `${path.slice(0, start)}${PASSWORD_PLACEHOLDER}${rest}`,
    secret: decoded(secret),
  };
}

/** The path as the device wants it: only at the moment of a dial, never stored. */
export function fillPath(path: string, password: string): string {
  if (!path.includes(PASSWORD_PLACEHOLDER)) return path;
  const escaped = password.replaceAll(TO_ESCAPE, (character) => encodeURIComponent(character));
  return path.split(PASSWORD_PLACEHOLDER).join(escaped);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
