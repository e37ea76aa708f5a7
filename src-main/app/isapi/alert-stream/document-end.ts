/** A document's first element stands within so much, or it is none. */
export const ROOT_WITHIN_BYTES = 4 * 1024;
const NAME = /[A-Za-z_][\w.:-]*/y;
const [OPEN, CLOSE, QUOTE, BACKSLASH, GREATER] = [...Buffer.from('{}"\\>')];
const SPACES = new Set(Buffer.from(' \t\r\n'));

/** Finds out where a document ends, while it grows: lengths that devices tell are wrong too often. Looks at each byte once. */
export interface DocumentEnd {
  /** Looks at all of the document that has come. How long it is; null: not known yet; `broken`: it is no document. */
  find(bytes: Buffer): number | 'broken' | null;
}

/** By the end tag of the first element. */
export class XmlEnd implements DocumentEnd {
  #root: string | null = null;
  #seen = 0;

  find(bytes: Buffer): number | 'broken' | null {
    if (this.#root === null) {
      const root = rootOf(bytes.toString('latin1', 0, ROOT_WITHIN_BYTES));
      if (root === null) return bytes.length < ROOT_WITHIN_BYTES ? null : 'broken';
      this.#root = root.name;
      this.#seen = root.end;
      if (root.isEmpty) return root.end;
    }
    const tag = `</${this.#root}`;
    for (;;) {
      const at = bytes.indexOf(tag, this.#seen, 'latin1');
      if (at === -1) {
        this.#seen = Math.max(this.#seen, bytes.length - tag.length);
        return null;
      }
      let end = at + tag.length;
      while (SPACES.has(bytes[end] ?? 0)) end += 1;
      if (end >= bytes.length) {
        this.#seen = at;
        return null;
      }
      if (bytes[end] === GREATER) return end + 1;
      this.#seen = end;
    }
  }
}

/** By the bracket that closes the first one. */
export class JsonEnd implements DocumentEnd {
  #seen = 0;
  #depth = 0;
  #isText = false;
  #isEscaped = false;

  find(bytes: Buffer): number | null {
    for (; this.#seen < bytes.length; this.#seen += 1) {
      const byte = bytes[this.#seen];
      if (this.#isEscaped) this.#isEscaped = false;
      else if (this.#isText && byte === BACKSLASH) this.#isEscaped = true;
      else if (byte === QUOTE) this.#isText = !this.#isText;
      else if (!this.#isText && byte === OPEN) this.#depth += 1;
      else if (!this.#isText && byte === CLOSE && --this.#depth === 0) return this.#seen + 1;
    }
    return null;
  }
}

/** The first element, after what may stand before it; null while it is not whole. Not one regular expression: it would try each comment twice. */
function rootOf(text: string): { name: string; end: number; isEmpty: boolean } | null {
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    const closing = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : '>';
    const found = text.indexOf(closing, at);
    if (found === -1) return null;
    const end = found + closing.length;
    NAME.lastIndex = at + 1;
    const name = NAME.exec(text)?.[0];
    if (name !== undefined) return { name, end, isEmpty: text[found - 1] === '/' };
    at = end;
  }
  return null;
}
