/** URL user info: everything between :// and the last @ before the path, percent-encoded or not. */
const URL_CREDENTIALS = /([a-z][a-z0-9+.-]*:\/\/)[^\s"'<>]*@(?=[\w[])/gi;
const AUTHORIZATION = /(authorization["']?\s*[:=]\s*["']?)(basic|digest|bearer)\s+[^"'\r\n]+/gi;
/** Shorter values would blank out innocent words. */
const MIN_SECRET_CHARS = 4;

/** Removes secrets from text that leaves memory. Knows two things: what credentials look like, and which secrets are in use. */
export class Redactor {
  readonly #secrets = new Set<string>();

  /** From now on this value, raw or percent-encoded, never appears in a log. */
  add(secret: string): void {
    if (secret.length < MIN_SECRET_CHARS) return;
    this.#secrets.add(secret);
    this.#secrets.add(encodeURIComponent(secret));
    this.#secrets.add(JSON.stringify(secret).slice(1, -1));
  }

  redact(text: string): string {
    let safe = text.replace(URL_CREDENTIALS, '$1***@').replace(AUTHORIZATION, '$1$2 ***');
    for (const secret of this.#secrets) safe = safe.replaceAll(secret, '***');
    return safe;
  }
}
