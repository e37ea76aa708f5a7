import type net from 'node:net';
import { Duplex, pipeline, Transform, type TransformCallback } from 'node:stream';

/** More of a head is not held back; it goes on as it is, for the parser to refuse. */
const HEAD_LIMIT_CHARS = 16 * 1024;
const BEGIN = 'HTTP/';
const NAME = /^[\w!#$%&'*+.^`|~-]+$/;
const STATUS_LINE = /^HTTP\/(\d\.\d)[ \t]+(\d{3})(?!\d)[ \t]*(.*)$/i;
const CONTENT_LENGTH = /^content-length$/i;

/** A connection to a device whose answers' heads arrive as Node's parser wants them. Dies with the socket. */
export function withMendedHead(socket: net.Socket): Duplex {
  // What went wrong is told by the stream that is read.
  const readable = pipeline(socket, new HeadMender(), () => undefined);
  return Duplex.from({ readable, writable: socket }).on('error', () => undefined);
}

/**
 * Writes a head as RFC 9112 has it: web servers of devices leave spaces before colons, fold values, repeat the length, or add lines that
 * are no headers. Harmless where one connection carries one answer. A length that is uncertain is left out: the body then ends with
 * the connection.
 */
export function mendHead(head: string): string {
  const lines = head
    .replaceAll(/\r+/g, '\r')
    .replaceAll(/\r?\n[ \t]+/g, ' ')
    .replaceAll(/\r(?!\n|[\w-]+[ \t]*:)/g, ' ')
    .split(/\r?\n|\r/);
  const [first = '', ...others] = lines;
  const fields = others.flatMap((line): [string, string][] => {
    const [name = '', ...value] = line.split(':');
    return NAME.test(name.trim()) && value.length > 0
      ? [[name.trim(), value.join(':').trim()]]
      : [];
  });
  const isLength = ([name]: [string, string]): boolean => CONTENT_LENGTH.test(name);
  const told = fields
    .filter(isLength)
    .flatMap(([, value]) => value.split(',').map((each) => each.trim()));
  const [length = '', ...rivals] = new Set(told);
  const isSure = rivals.length === 0 && /^\d+$/.test(length);
  const kept = fields.filter((each) => !isLength(each)).map((each) => each.join(': '));
  const status = first.replace(STATUS_LINE, 'HTTP/$1 $2 $3');
  return [status, ...kept, ...(isSure ? [`Content-Length: ${length}`] : [])].join('\r\n');
}

class HeadMender extends Transform {
  #isHead = true;
  #held = '';

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    if (this.#isHead) this.#mend(chunk.toString('latin1'));
    else this.push(chunk);
    done();
  }

  override _flush(done: TransformCallback): void {
    this.#passOn(this.#held);
    done();
  }

  #mend(more: string): void {
    const text = (this.#held + more).trimStart();
    this.#held = '';
    const end = /\n\r*\n/.exec(text);
    const begin = text.slice(0, BEGIN.length).toUpperCase();
    if (!BEGIN.startsWith(begin) || (end === null && text.length > HEAD_LIMIT_CHARS)) {
      this.#isHead = false;
      this.#passOn(text);
    } else if (end === null) {
      this.#held = text;
    } else {
      const head = mendHead(text.slice(0, end.index));
      const rest = text.slice(end.index + end[0].length);
      this.#passOn(`${head}\r\n\r\n`);
      // After an interim answer (1xx) the real one follows.
      this.#isHead = /^HTTP\/\S+ 1/.test(head);
      if (this.#isHead) this.#mend(rest);
      else this.#passOn(rest);
    }
  }

  #passOn(text: string): void {
    this.push(Buffer.from(text, 'latin1'));
  }
}
