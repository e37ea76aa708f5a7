import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type AlertNews, AlertReader } from '../../src-main/app/isapi/alert-stream/alert-reader.ts';

interface EventCase {
  why: string;
  stream: string[];
  comesOut: string[];
}

const file = path.join(import.meta.dirname, 'events', 'alerts.json');
const cases = JSON.parse(readFileSync(file, 'utf8')) as EventCase[];

/** One line for each, as the files have it. */
function line(news: AlertNews): string {
  if (news.kind === 'heartbeat') return news.kind;
  if (news.kind === 'refusal') return `${news.kind} ${news.error.kind}`;
  const { type, state, channel, part, target, isRetransmission } = news.alert;
  if (news.kind === 'picture') return `${news.kind} ${type}`;
  const more = [part, target ?? '', isRetransmission ? 'again' : ''].filter((each) => each !== '');
  return [type, state, channel ?? '-', ...more].join(' ');
}

/** The lines with their ends, each length that of the line after the next empty one. */
function bytesOf(lines: readonly string[]): Buffer {
  const told = lines.map((each, index) => {
    if (!each.includes('<length>')) return each;
    const body = lines[lines.indexOf('', index) + 1] ?? '';
    return each.replace('<length>', String(Buffer.byteLength(body, 'latin1')));
  });
  return Buffer.from(`${told.join('\r\n')}\r\n`, 'latin1');
}

describe('an alert stream of a device that people met', () => {
  it.each(cases.map((each) => [each.why, each] as const))('%s', (_, { stream, comesOut }) => {
    expect(new AlertReader().push(bytesOf(stream)).map(line)).toEqual(comesOut);
  });
});
