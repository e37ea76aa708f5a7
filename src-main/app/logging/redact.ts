import { inspect } from 'node:util';
import { percentEncode } from '../domain/percent-encode.ts';

/** URL user info: everything between :// and the last @ before the path, percent-encoded or not. */
const URL_CREDENTIALS = /(\b[a-z][a-z0-9+.-]{0,15}:\/\/)[^\s"'<>]*@(?=[\w[])/gi;
/** Up to the end of the line: a Digest answer is a list of quoted values, and each of them helps to guess. */
const AUTHORIZATION = /(authorization["']?\s*[:=]\s*["']?)(basic|digest|bearer)\s[^\r\n]+/gi;
/** Shorter values would blank out innocent words. */
const MIN_SECRET_CHARS = 4;

/** Removes secrets from text that leaves memory. Knows two things: what credentials look like, and which secrets are in use. */
export class Redactor {
  readonly #secrets = new Set<string>();
  /** Longest first, so that a secret inside another one does not leave the rest of it behind. */
  #spellings: string[] = [];

  /** From now on this value, however it is written, never appears in a log. */
  add(secret: string): void {
    if (secret.length < MIN_SECRET_CHARS || this.#secrets.has(secret)) return;
    this.#secrets.add(secret);
    this.#update();
  }

  /** For secrets that are worth nothing any more, so that months of them do not pile up. */
  forget(secret: string): void {
    if (this.#secrets.delete(secret)) this.#update();
  }

  redact(text: string): string {
    let safe = text.replace(URL_CREDENTIALS, '$1***@').replace(AUTHORIZATION, '$1$2 ***');
    for (const spelling of this.#spellings) safe = safe.replaceAll(spelling, '***');
    return safe;
  }

  #update(): void {
    const spellings = new Set([...this.#secrets].flatMap(spellingsOf));
    this.#spellings = [...spellings].sort((a, b) => b.length - a.length);
  }
}

/** As typed, in our URLs, in a query that carries such a URL, in a form, in JSON and in printed objects. */
function spellingsOf(secret: string): string[] {
  const inUrl = percentEncode(secret);
  return [
    secret,
    inUrl,
    encodeURIComponent(secret),
    encodeURIComponent(inUrl),
    new URLSearchParams([['', secret]]).toString().slice(1),
    JSON.stringify(secret).slice(1, -1),
    inspect(secret).slice(1, -1),
  ];
}
