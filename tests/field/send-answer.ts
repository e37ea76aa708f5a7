import type { ServerResponse } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { FieldAnswer } from './field-case.ts';

/** An answer with its headers filled in. */
export type SentAnswer = Omit<FieldAnswer, 'headers'> & {
  headers: Record<string, string | string[]>;
};

const USUAL_HEADERS = { 'Content-Type': 'application/xml; charset="UTF-8"' };
/** `<3 times x>` is xxx: what is large need not be so in a file. */
const REPEATED = /<(\d+) times (.)>/gu;
const repeat = (_: string, times: string, sign: string): string => sign.repeat(Number(times));
const PACKERS = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync };

/** Sends it, as healthy or as odd as the case wants it. */
export function sendAnswer(response: ServerResponse, answer: SentAnswer): void {
  const { status = 200, headers, encoding = 'utf8', packed, lengthOff = 0, end, raw } = answer;
  const text = (answer.replace ?? []).reduce(
    (body, [from, to]) => body.replaceAll(new RegExp(from, 'g'), to),
    answer.body ?? '',
  );
  const plain = Buffer.from(text.replaceAll(REPEATED, repeat), encoding);
  if (raw !== undefined) {
    const filled = raw
      .replaceAll('<length>', String(plain.length))
      .replaceAll('<challenge>', String(headers['WWW-Authenticate']))
      .replaceAll('<body>', plain.toString('latin1'));
    response.socket?.end(filled, 'latin1');
    return;
  }
  const bytes = packed === undefined ? plain : PACKERS[packed](plain);
  response.writeHead(status, {
    ...USUAL_HEADERS,
    ...(packed === undefined ? {} : { 'Content-Encoding': packed }),
    'Content-Length': bytes.length + lengthOff,
    ...headers,
  });
  if (end === undefined && lengthOff === 0) {
    response.end(bytes);
    return;
  }
  response.write(end === undefined ? bytes : bytes.subarray(0, bytes.length / 2), () =>
    end === 'reset' ? response.socket?.resetAndDestroy() : response.socket?.end(),
  );
}
