import { PASSWORD_PLACEHOLDER } from '@contract/models/stream-layout.ts';

/** A stream's path without the password that somebody pasted with it. */
export interface PathWithoutSecret {
  path: string;
  /** As it was meant, percent signs decoded. */
  secret: string;
}

const OWNERS = 'usr|user|login|admin|acc(?:ount)?|rtsp|cam(?:era)?|stream|access|api|auth|session';
const NAMES = `(?:(?:${OWNERS})[_-]?)?(?:pass(?:word|wort|wd|code|w)?|pas|pswd|pwd|psw|pw|secret|token|key)|auth|auth_?basic`;
/** What comes behind a password with "_" before it, as XMeye recorders write it (/user=admin_password=x_channel=1_stream=0.sdp). */
const NEXT = '_(?:channel|stream|chn?|subtype|real_stream)=|\\.sdp';
/** A user in the query, beside whom a "p" is no page. */
const SHORT_USER = /[?&;](?:u|usr|user|username|login)=/i;

/**
 * Where devices take a password inside the path: as a parameter, with "_", "/" or "&" between parameters, as the second half of a login,
 * and as user:password@ in an address within the path. In a query slashes and question marks are part of it (RFC 3986, 3.4).
 */
function secretsOf(path: string): readonly RegExp[] {
  return [
    new RegExp(
      `(?<=\\?.*)(?<before>(?<=[?&;_,])(?:${NAMES})=)(?<secret>[^&;]*?)(?=${NEXT}|[&;]|$)`,
      'gi',
    ),
    new RegExp(
      `(?<!\\?.*)(?<before>(?:^|[/&;_,])(?:${NAMES})=)(?<secret>[^/?&;]*?)(?=${NEXT}|[/?&;]|$)`,
      'gi',
    ),
    /(?<before>[?&;](?:login|user_?info|user|account|credentials?)=[^&;:]+:)(?<secret>[^&;]+)/gi,
    ...(SHORT_USER.test(path) ? [/(?<before>[?&;]p=)(?<secret>[^&;]+)/gi] : []),
    /(?<before>\/[^/?#:@]+:)(?<secret>[^/?#@]+)(?=@)/g,
  ];
}

/** What a value inside a path must escape, so that it ends where it should; and inside a query. */
const TO_ESCAPE = /[^\w.~!$'()*+,:=-]/gu;
const TO_ESCAPE_IN_QUERY = /[^\w.~!$'()*+,:=/?@-]/gu;

/**
 * Takes the password out of a path, wherever it stands there, and leaves placeholders; null when there is none in it. Another one beside
 * it stays, and is found when the path is asked again.
 */
export function takePathSecret(path: string): PathWithoutSecret | null {
  const places = secretsOf(path);
  const found = places
    .flatMap((each) => Array.from(path.matchAll(each), ({ groups }) => groups?.['secret'] ?? ''))
    .find(isSecret);
  if (found === undefined) return null;
  const secret = decoded(found);
  const isSame = (text: string): boolean => isSecret(text) && decoded(text) === secret;
  const kept = places.reduce(
    (text, each) =>
      text.replaceAll(each, (whole, before: string, inside: string) =>
        isSame(inside) ? `${before}${PASSWORD_PLACEHOLDER}` : whole,
      ),
    path,
  );
  return { path: kept, secret };
}

function isSecret(text: string): boolean {
  return text !== '' && !text.includes(PASSWORD_PLACEHOLDER);
}

/** The path as the device wants it: only at the moment of a dial, never stored. */
export function fillPath(path: string, password: string): string {
  if (!path.includes(PASSWORD_PLACEHOLDER)) return path;
  const [before = '', ...query] = path.split(/(?=\?)/);
  const filled = (part: string, signs: RegExp): string =>
    part.split(PASSWORD_PLACEHOLDER).join(password.replaceAll(signs, encodeURIComponent));
  return `${filled(before, TO_ESCAPE)}${filled(query.join(''), TO_ESCAPE_IN_QUERY)}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
