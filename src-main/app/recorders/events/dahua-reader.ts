import type { AlertNews } from '../../isapi/alert-stream/alert-reader.ts';
import { PartReader } from '../../isapi/alert-stream/part-reader.ts';
import { element, text } from '../../isapi/xml/xml-values.ts';
import { readJson } from '../../isapi/xml/json-document.ts';
import type { NewsReader } from './event-session.ts';

const EVENT = /^Code=([\w-]{1,64});action=(\w{1,16});index=(\d{1,4})(?:;data=([\s\S]*))?$/;
const STATES: Readonly<Record<string, 'active' | 'inactive'>> = {
  start: 'active',
  stop: 'inactive',
};
/** Their index counts no channel. */
const OF_DEVICE = /^(?:storage|netabort|ipconflict|macconflict|loginfailure|ntp|upgrade|reboot)/;
const OF_INPUT = /^(?:alarmlocal|alarmnet)$/;
const TARGET = /^smartmotion(human|vehicle)$/;

const data = element({ LocaleTime: text, Object: element({ ObjectType: text }) });

/**
 * Reads what Dahua-compatible devices tell (`eventManager.cgi?action=attach`): parts of text, "Code=VideoMotion;action=Start;index=0;data={…}",
 * and "Heartbeat" between them. They count channels from 0.
 */
export class DahuaReader implements NewsReader {
  readonly #parts = new PartReader();

  get isUseless(): boolean {
    return this.#parts.isUseless;
  }

  push(chunk: Uint8Array): AlertNews[] {
    return this.#parts
      .push(chunk)
      .flatMap(({ kind, bytes }) => (kind === 'other' ? (readEvent(bytes.toString()) ?? []) : []));
  }
}

function readEvent(body: string): AlertNews | null {
  const plain = body.trim();
  if (/^heartbeat$/i.test(plain)) return { kind: 'heartbeat', time: null };
  const [, code = '', action = '', index = '', told = ''] = EVENT.exec(plain) ?? [];
  if (code === '') return null;
  const type = code.toLowerCase();
  const document = readJson(told, 'data');
  const { LocaleTime: time, Object: seen } = data.parse(document.ok ? document.value.content : {});
  const target = TARGET.exec(type)?.[1] ?? seen.ObjectType?.toLowerCase() ?? null;
  const number = Number(index) + 1;
  const isOfChannel = !OF_DEVICE.test(type) && !OF_INPUT.test(type);
  return {
    kind: 'alert',
    alert: {
      ...{ type, time, target, isRetransmission: false, isHeartbeat: false },
      state: STATES[action.toLowerCase()] ?? 'once',
      channel: isOfChannel ? number : null,
      part: OF_INPUT.test(type) ? `io-${number}` : '',
    },
  };
}
